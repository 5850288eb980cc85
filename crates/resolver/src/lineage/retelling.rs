//! A report retold in other words: paragraph by paragraph, in the same order, with the same facts.
