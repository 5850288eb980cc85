//! Style, script and icon, embedded; each under an address that changes with its content.

use text::Digest;

/// One file.
pub struct Asset {
    /// "site.css"
    pub name: &'static str,
    /// Its media type.
    pub kind: &'static str,
    /// Its content.
    pub bytes: &'static [u8],
}

/// All of them.
pub const ASSETS: [Asset; 5] = [
    Asset {
        name: "site.css",
        kind: "text/css; charset=utf-8",
        bytes: include_bytes!("../assets/site.css"),
    },
    Asset {
        name: "drawing.css",
        kind: "text/css; charset=utf-8",
        bytes: include_bytes!("../assets/drawing.css"),
    },
    Asset {
        name: "reading.css",
        kind: "text/css; charset=utf-8",
        bytes: include_bytes!("../assets/reading.css"),
    },
    Asset {
        name: "site.js",
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../assets/site.js"),
    },
    Asset { name: "icon.svg", kind: "image/svg+xml", bytes: include_bytes!("../assets/icon.svg") },
];

impl Asset {
    /// "/assets/1f2e3d4c/site.css"
    pub fn address(&self) -> String {
        format!("/assets/{}/{}", Digest::of(&[self.bytes]).short(), self.name)
    }
}

/// The asset under an address.
pub fn at(path: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.address() == path)
}
