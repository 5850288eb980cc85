//! Where the marks of a drawing stand. Each follows from a page's data alone, which the page gives as a table too.
