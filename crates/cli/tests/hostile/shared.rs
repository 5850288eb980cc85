//! The set of hostile files beside the repository, where it is at hand.

use std::fs;
use std::path::Path;

use crate::job::Place;

#[test]
fn the_shared_set_goes_through_the_whole_job() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/nasty");
    let Ok(files) = fs::read_dir(&folder) else {
        eprintln!("skipped: ../shared/nasty is not here");
        return;
    };
    let place = Place::new();
    for file in files.map(|file| file.unwrap().path()).filter(|path| !path.ends_with("README.md")) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        fs::copy(&file, place.input(&format!("m-{name}"))).unwrap();
    }
    assert_eq!(place.read(), 3, "some of them cannot be read at all, which is told");
    let documents = place.documents();
    assert!(documents.len() > 20, "{documents:?}");
    assert!(["a-good", "z-good"].iter().all(|good| documents.iter().any(|name| name == good)));
    assert!(place.codes().iter().all(|code| code != "P002"), "no stage fails: {:?}", place.codes());
    place.finish();
}
