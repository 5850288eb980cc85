//! Several files in one: a ZIP archive without compression, and without a clock.
//!
//! Every file is dated 1 January 1980, the first day of the format, so that equal records make
//! equal archives.

use crate::output::Named;

/// 1 January 1980, as DOS counts.
const DAY: u16 = 0x21;
/// Names are UTF-8.
const FLAGS: u16 = 0x800;
/// The version of the format that is needed to unpack: 2.0.
const VERSION: u16 = 20;

/// The archive. Files beyond the format's four gigabytes are not foreseen.
pub fn zip(files: &[Named]) -> Vec<u8> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for file in files {
        let at = archive.len() as u32;
        let entry = entry(file);
        archive.extend(b"PK\x03\x04");
        archive.extend(&entry);
        archive.extend(file.name.as_bytes());
        archive.extend(&file.bytes);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&entry);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(file.name.as_bytes());
    }
    let start = archive.len() as u32;
    archive.extend(&directory);
    archive.extend(end(files.len() as u16, directory.len() as u32, start));
    archive
}

/// What the file's own header and the directory say alike.
fn entry(file: &Named) -> Vec<u8> {
    let size = (file.bytes.len() as u32).to_le_bytes();
    let mut entry = Vec::new();
    // Method 0: stored. Time 0: midnight.
    for short in [VERSION, FLAGS, 0, 0, DAY] {
        entry.extend(short.to_le_bytes());
    }
    entry.extend(crc32fast::hash(&file.bytes).to_le_bytes());
    entry.extend(size);
    entry.extend(size);
    entry.extend((file.name.len() as u16).to_le_bytes());
    entry.extend([0; 2]);
    entry
}

fn end(files: u16, length: u32, start: u32) -> Vec<u8> {
    let mut end = b"PK\x05\x06\0\0\0\0".to_vec();
    end.extend(files.to_le_bytes());
    end.extend(files.to_le_bytes());
    end.extend(length.to_le_bytes());
    end.extend(start.to_le_bytes());
    end.extend([0; 2]);
    end
}
