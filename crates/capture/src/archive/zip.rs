//! zip as a stream: member after member by their own headers, so that an archive that breaks off is
//! read up to there and one of any length needs no more memory than a short one.

use std::cell::RefCell;
use std::io::{self, Read};
use std::rc::Rc;

use flate2::bufread::DeflateDecoder;

use crate::bytes::{Log, Window};
use crate::piece::Capture;
use crate::problems;
use crate::stream::{Packing, Parts, open};

/// First bytes of a member.
const MEMBER: &[u8] = b"PK\x03\x04";
/// First bytes of the lengths that follow a member of unknown length.
const LENGTHS: &[u8] = b"PK\x07\x08";
/// Bytes of those, their mark included.
const LENGTHS_LEN: usize = 16;
/// Bytes of a member's header before its name.
const HEADER: usize = 30;
/// Bytes of a member that are unpacked only to find its end.
const REST: u64 = 64 << 20;
/// First members that tell a document of an office from an archive of pages.
const DOCUMENTS: &[&str] =
    &["[Content_Types].xml", "mimetype", "_rels/.rels", "META-INF/MANIFEST.MF"];

/// The captures of all members.
pub(crate) struct Members<'a> {
    shared: Rc<RefCell<Stream<'a>>>,
    path: String,
    member: Option<Parts<'a>>,
    log: Log,
    seen: usize,
}

impl<'a> Members<'a> {
    /// The members of a stream.
    pub fn new(input: Window<'a>, path: &str) -> Members<'a> {
        let log = input.log().clone();
        let shared = Rc::new(RefCell::new(Stream { packed: Packed::None(input) }));
        Members { shared, path: path.to_owned(), member: None, log, seen: 0 }
    }

    /// Opens the next member; `None` at the end, or where the archive breaks off.
    fn open_next(&mut self) -> Option<Parts<'a>> {
        let header = self.next_header()?;
        self.seen += 1;
        if self.seen == 1 && DOCUMENTS.contains(&header.name.as_str()) {
            self.log.note(
                problems::UNSUPPORTED.found("this is an office document, a book or a program"),
            );
            return None;
        }
        let most = self.log.limits().members;
        if self.seen > most {
            self.log.note(
                problems::TOO_LARGE.found(format!("the archive has more than {most} members")),
            );
            return None;
        }
        Some(self.unpack(&header))
    }

    fn next_header(&mut self) -> Option<Header> {
        let mut stream = self.shared.borrow_mut();
        let input = stream.between()?;
        if !input.peek(4).starts_with(b"PK") {
            let message = format!("the archive is broken behind member {}", self.seen);
            self.log.note(problems::BROKEN_ARCHIVE.found(message));
            input.skip_to(MEMBER);
        }
        let (header, is_broken) = next_sound(input);
        if is_broken {
            let message = format!("the header of member {} cannot be read", self.seen + 1);
            self.log.note(problems::BROKEN_ARCHIVE.found(message));
        }
        header
    }

    /// What is in a member: nothing for a folder, a hidden file, or one that cannot be unpacked.
    fn unpack(&mut self, header: &Header) -> Parts<'a> {
        let path = format!("{}/{}", self.path, header.name);
        if let Err(because) = self.shared.borrow_mut().start(header) {
            self.log.note(problems::UNSUPPORTED.found(format!("{} is {because}", header.name)));
            return Box::new(std::iter::empty());
        }
        if header.is_hidden() {
            return Box::new(std::iter::empty());
        }
        let (shared, log) = (self.shared.clone(), self.log.clone());
        let member = Member { shared, name: header.name.clone(), log: self.log.clone() };
        open(Window::new(member, log), &path, Packing::Zip)
    }
}

impl Iterator for Members<'_> {
    type Item = Capture;

    fn next(&mut self) -> Option<Capture> {
        loop {
            if let Some(capture) = self.member.as_mut().and_then(Iterator::next) {
                return Some(capture);
            }
            self.member = None;
            self.member = Some(self.open_next()?);
        }
    }
}

/// Reads over the next header that makes sense, and whether one before it makes none. There is none behind the last member.
fn next_sound(input: &mut Window) -> (Option<Header>, bool) {
    let mut is_broken = false;
    loop {
        let ahead = input.peek(HEADER + usize::from(u16::MAX) * 2);
        if let Some(header) = Header::parse(ahead) {
            input.skip(header.len);
            return (Some(header), is_broken);
        }
        if !ahead.starts_with(MEMBER) {
            return (None, is_broken);
        }
        is_broken = true;
        input.skip(MEMBER.len());
        input.skip_to(MEMBER);
    }
}

/// What a member's header says.
struct Header {
    name: String,
    method: u16,
    is_encrypted: bool,
    /// Packed bytes, if they are known beforehand.
    length: Option<u64>,
    /// Bytes of the header.
    len: usize,
}

impl Header {
    fn parse(bytes: &[u8]) -> Option<Header> {
        let short = |at: usize| Some(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
        if !bytes.starts_with(MEMBER) {
            return None;
        }
        let (flags, method) = (short(6)?, short(8)?);
        let length = u64::from(short(18)?) | u64::from(short(20)?) << 16;
        let (name_len, extra_len) = (usize::from(short(26)?), usize::from(short(28)?));
        let len = HEADER + name_len + extra_len;
        let name = String::from_utf8_lossy(bytes.get(HEADER..HEADER + name_len)?).into_owned();
        let extra = bytes.get(HEADER + name_len..len)?;
        let length = if length == u64::from(u32::MAX) { long_length(extra)? } else { length };
        let follows = flags & 8 != 0;
        Some(Header {
            name,
            method,
            is_encrypted: flags & 1 != 0,
            length: (!follows).then_some(length),
            len,
        })
    }

    /// Folders, and what systems put beside the files.
    fn is_hidden(&self) -> bool {
        let file = self.name.rsplit('/').next().unwrap_or_default();
        file.is_empty() || file.starts_with('.') || self.name.starts_with("__MACOSX/")
    }
}

/// The packed length of an archive beyond 4 GiB, in the field with tag 1 behind the unpacked one.
fn long_length(extra: &[u8]) -> Option<u64> {
    let tag = extra.get(..2)? == [1, 0];
    let bytes = extra.get(12..20)?.try_into().ok()?;
    tag.then(|| u64::from_le_bytes(bytes))
}

/// The archive, and how its member at hand is packed.
struct Stream<'a> {
    packed: Packed<'a>,
}

enum Packed<'a> {
    /// Between two members.
    None(Window<'a>),
    Stored(io::Take<Window<'a>>),
    Deflated(Deflated<'a>),
}

/// A deflated member.
struct Deflated<'a> {
    decoder: DeflateDecoder<Window<'a>>,
    /// Where its content begins.
    from: u64,
    /// Packed bytes that its header promises.
    length: Option<u64>,
    /// Bytes unpacked.
    grown: u64,
}

impl<'a> Stream<'a> {
    /// Takes what there is, leaving nothing behind for a moment.
    fn take(&mut self) -> Packed<'a> {
        let nothing = Window::new(io::empty(), Log::default());
        std::mem::replace(&mut self.packed, Packed::None(nothing))
    }

    /// The stream behind the member at hand, which is read over.
    fn between(&mut self) -> Option<&mut Window<'a>> {
        let input = match self.take() {
            Packed::None(input) => input,
            Packed::Stored(mut rest) => {
                let _ = io::copy(&mut rest, &mut io::sink());
                rest.into_inner()
            }
            Packed::Deflated(member) => behind(member),
        };
        self.packed = Packed::None(input);
        match &mut self.packed {
            Packed::None(input) => Some(input),
            _ => None,
        }
    }

    /// Begins a member. The error says why it cannot be read.
    fn start(&mut self, header: &Header) -> Result<(), &'static str> {
        let Packed::None(input) = self.take() else { return Err("inside another member") };
        let (from, length) = (input.offset(), header.length);
        let stored = |input: Window<'a>| match length {
            Some(length) => Packed::Stored(input.take(length)),
            None => Packed::None(input),
        };
        let (packed, begun) = match header.method {
            _ if header.is_encrypted => (stored(input), Err("encrypted")),
            8 => {
                let decoder = DeflateDecoder::new(input);
                (Packed::Deflated(Deflated { decoder, from, length, grown: 0 }), Ok(()))
            }
            0 if length.is_some() => (stored(input), Ok(())),
            0 => (stored(input), Err("of unknown length")),
            _ => (stored(input), Err("packed in a way that is not read")),
        };
        self.packed = packed;
        begun
    }
}

/// The stream behind a deflated member: where its header says, or where the member itself ends.
fn behind(member: Deflated<'_>) -> Window<'_> {
    let Deflated { mut decoder, from, length, .. } = member;
    if length.is_none() {
        let _ = io::copy(&mut decoder.by_ref().take(REST), &mut io::sink());
    }
    let mut input = decoder.into_inner();
    if let Some(length) = length {
        let left = length.saturating_sub(input.offset().saturating_sub(from));
        let _ = io::copy(&mut input.by_ref().take(left), &mut io::sink());
    } else if input.peek(4).starts_with(LENGTHS) {
        input.skip(LENGTHS_LEN);
    }
    input
}

/// The bytes of one member.
struct Member<'a> {
    shared: Rc<RefCell<Stream<'a>>>,
    name: String,
    log: Log,
}

impl Member<'_> {
    fn inflate(&self, member: &mut Deflated, out: &mut [u8]) -> usize {
        let read = member.decoder.read(out).unwrap_or_else(|cause| {
            let message = format!("{} is broken: {cause}", self.name);
            self.log.note(problems::BROKEN_ARCHIVE.found(message));
            0
        });
        member.grown += read as u64;
        let packed = member.decoder.get_ref().offset().saturating_sub(member.from);
        if member.grown > self.log.limits().grown(packed) {
            let message = format!("{} grows beyond {} MiB", self.name, member.grown >> 20);
            self.log.note(problems::TOO_LARGE.found(message));
            return 0;
        }
        read
    }
}

impl Read for Member<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match &mut self.shared.borrow_mut().packed {
            Packed::None(_) => Ok(0),
            Packed::Stored(rest) => rest.read(out),
            Packed::Deflated(member) => Ok(self.inflate(member, out)),
        }
    }
}
