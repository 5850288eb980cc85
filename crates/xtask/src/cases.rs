//! `cases`: the pages of data behind the tests.

use std::collections::BTreeMap;
use std::fs;

use crate::tree;

/// Prints each folder of case files with how many files and headings it has.
pub fn run() -> anyhow::Result<()> {
    let root = tree::root().join("crates");
    let mut folders: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for path in tree::files(&root) {
        let is_case = path.components().any(|part| part.as_os_str() == "cases");
        let Some(folder) = path.parent().filter(|_| is_case) else { continue };
        let told = folder.strip_prefix(&root).unwrap_or(folder).to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap_or_default();
        let sections = text.lines().filter(|line| line.starts_with("## ")).count();
        let (files, cases) = folders.entry(told).or_default();
        *files += 1;
        *cases += sections.max(1);
    }
    for (folder, (files, cases)) in folders {
        println!("{folder:44} {files:4} files {cases:5} cases");
    }
    Ok(())
}
