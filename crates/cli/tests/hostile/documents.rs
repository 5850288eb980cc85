//! Documents that name themselves, and programs that call themselves pages.

use crate::job::{hostile, whole};

#[test]
fn documents_that_name_themselves() {
    let deep = format!(
        "%PDF-1.4\n1 0 obj\n{}\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF",
        "[".repeat(200_000)
    );
    let pages = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 1>>\nendobj\n\
        trailer<</Root 1 0 R/Prev 0/Size 3>>\nstartxref\n0\n%%EOF";
    let table = format!(
        "%PDF-1.4\nxref\n0 4294967295\n{}trailer<</Size 4294967295>>",
        "0000000000 65535 f \n".repeat(20_000)
    );
    whole(vec![
        hostile("deep.pdf", deep, (3, 0, "R007")),
        hostile("pages.pdf", pages, (3, 0, "R007")),
        hostile("table.pdf", table, (3, 0, "R007")),
        hostile(
            "program.html",
            b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0".repeat(100),
            (3, 0, "R007"),
        ),
    ]);
}
