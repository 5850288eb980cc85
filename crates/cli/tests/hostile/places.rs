//! Names of files that are more than names, and what lies in folders beside files.

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Child, Command};

use crate::job::Place;
use crate::made::{page, told};
use crate::shown;

/// Names that are no good ones, each of a page.
const NAMES: &[&[u8]] = &[
    b"a\nb.html",
    b"a\r\x1b[2Jb.html",
    b"-rf.html",
    b"--record=x.html",
    b" .html",
    b"$(touch hurt);`touch hurt`|&.html",
    b"'; DROP TABLE claims; --.html",
    b"=1+1.html",
    b"<script>alert(1)<",
    b"%2e%2e%2f.html",
    b"*?[a].html",
    b"\xff\xfe\xed\xa0\x80.html",
    b"\xe2\x80\xaetxt.html",
    b"C:\\con.html",
    b"same.html",
    b"same.txt",
    b"~root.html",
    b"https:example.com.html",
];

#[test]
fn names_of_files_are_names() {
    let place = Place::new();
    for name in NAMES {
        let path = place.input("").join(std::ffi::OsStr::from_bytes(name));
        fs::write(path, page(&told())).unwrap();
    }
    fs::write(place.input(&"n".repeat(255)), page(&told())).unwrap();
    fs::write(place.input(".hidden.html"), page(&told())).unwrap();
    assert_eq!(place.read(), 0);
    let documents = place.documents();
    assert_eq!(documents.len(), NAMES.len() + 3, "all but the hidden one: {documents:?}");
    place.finish();
    for document in &documents {
        place.ends_well(&["explain", "--", document]);
    }
    let left: Vec<_> =
        fs::read_dir(place.folder()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name == "hurt"), "a name was run: {left:?}");
    as_lines(&place, &["annotate", "in"]);
}

/// What comes as lines for programs has no command for a terminal in it, either.
fn as_lines(place: &Place, job: &[&str]) {
    let output = place.run(job);
    assert_eq!(output.status.code(), Some(0), "{job:?}");
    assert!(!output.stdout.is_empty(), "{job:?}");
    shown::on_a_terminal(String::from_utf8(output.stdout).unwrap().replace('\t', " ").as_bytes());
}

#[test]
fn ids_of_what_is_asked_are_words() {
    let place = Place::new();
    let asked = serde_json::json!({
        "id": "a\u{1b}]0;x\u{7}\u{202e}",
        "text": "Kenya praised Ethiopia on Monday.\u{202e}\u{1b}[31m",
        "date": "2024-03-12",
    });
    fs::write(place.folder().join("asked.jsonl"), format!("{asked}\n")).unwrap();
    as_lines(&place, &["code", "asked.jsonl"]);
    as_lines(&place, &["actor", "asked.jsonl"]);
}

/// A pipe in which a page waits for whoever opens it. Ends with it.
struct Pipe(Child);

impl Pipe {
    fn at(path: &Path) -> Pipe {
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success(), "mkfifo");
        let page = path.with_file_name("a-good.html");
        Pipe(
            Command::new("sh")
                .args(["-c", "cat \"$0\" > \"$1\""])
                .arg(page)
                .arg(path)
                .spawn()
                .unwrap(),
        )
    }
}

impl Drop for Pipe {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn what_lies_beside_files_is_passed_by() {
    let place = Place::new();
    let _pipe = Pipe::at(&place.input("m-pipe.html"));
    let _socket = UnixListener::bind(place.input("m-socket")).unwrap();
    for (to, name) in
        [("/dev/zero", "m-zero"), ("/dev/stdin", "m-stdin"), (".", "m-here"), ("..", "m-above")]
    {
        symlink(to, place.input(name)).unwrap();
    }
    let deep = (0..100).fold(place.input("m-deep"), |path, _| path.join("d"));
    fs::create_dir_all(&deep).unwrap();
    symlink("../..", deep.join("up")).unwrap();
    fs::write(deep.join("deep.html"), page(&told())).unwrap();
    assert_eq!(place.read(), 0, "nothing was there that could not be read");
    assert_eq!(place.documents(), ["a-good", "deep", "z-good"]);
    assert!(place.codes().is_empty(), "{:?}", place.codes());
    place.finish();
}

#[test]
fn files_that_cannot_be_read_are_told() {
    let place = Place::new();
    symlink("nowhere", place.input("m-nowhere.html")).unwrap();
    symlink("m-circle.html", place.input("m-circle.html")).unwrap();
    fs::write(place.input("m-empty.html"), "").unwrap();
    fs::write(place.input("m-locked.html"), page(&told())).unwrap();
    fs::set_permissions(place.input("m-locked.html"), fs::Permissions::from_mode(0o0)).unwrap();
    let locked = fs::read(place.input("m-locked.html")).is_err();
    if !locked {
        eprintln!("skipped: whoever runs this may read every file");
    }
    assert_eq!(place.read(), 3);
    assert_eq!(place.documents().len(), if locked { 2 } else { 3 });
    let told: Vec<_> = place
        .show("problems")
        .iter()
        .map(|row| format!("{} {}", row["code"], row["document"]))
        .collect();
    for (code, name, is_there) in [
        ("P001", "nowhere", true),
        ("P001", "circle", true),
        ("R006", "empty", true),
        ("P001", "locked", locked),
    ] {
        let line = format!("{code:?} \"in/m-{name}.html\"");
        assert_eq!(told.contains(&line), is_there, "{line}: {told:?}");
    }
    place.finish();
}
