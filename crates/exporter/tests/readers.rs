//! Every format opened by the program it is written for, where Python and its readers are here.

mod sample;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use exporter::{Format, Output};
use sample::{Sample, hostile};

/// A folder that goes when the test is over.
struct Place(PathBuf);

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn write(folder: &Path, sample: &Sample) {
    fs::create_dir_all(folder).unwrap();
    for format in Format::ALL {
        match sample.write(*format) {
            Output::File(bytes) => fs::write(folder.join(format.as_str()), bytes).unwrap(),
            Output::Folder(files) => {
                let inner = folder.join(format.as_str());
                fs::create_dir_all(&inner).unwrap();
                files
                    .iter()
                    .for_each(|file| fs::write(inner.join(&file.name), &file.bytes).unwrap());
                let packed = Output::Folder(files).into_bytes();
                fs::write(folder.join(format!("{format}.zip")), packed).unwrap();
            }
        }
    }
}

#[test]
fn other_programs_read_what_is_written() {
    let place =
        Place(std::env::temp_dir().join(format!("rapporteur-readers-{}", std::process::id())));
    write(&place.0.join("plain"), &Sample::plain());
    for (at, sample) in hostile().iter().enumerate() {
        write(&place.0.join(format!("hostile-{at}")), sample);
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers.py");
    let Ok(run) = Command::new("python3").arg(script).arg(&place.0).output() else {
        eprintln!("skipped: python3 is not here");
        return;
    };
    eprint!("{}", String::from_utf8_lossy(&run.stdout));
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}
