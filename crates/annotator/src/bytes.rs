//! Numbers and text as bytes, and back.

/// Appends a number, seven bits a byte.
pub(crate) fn varint(mut number: u64, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Takes a number off the front of `bytes`; `None` if they end or it does not fit.
pub(crate) fn read_varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

/// Appends bytes with their number before them.
pub(crate) fn put(part: &[u8], out: &mut Vec<u8>) {
    varint(part.len() as u64, out);
    out.extend_from_slice(part);
}

/// Takes what [`put`] appended off the front of `bytes`.
pub(crate) fn take<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let len = usize::try_from(read_varint(bytes)?).ok()?;
    let (part, rest) = bytes.split_at_checked(len)?;
    *bytes = rest;
    Some(part)
}

/// Takes a string with its length off the front of `bytes`.
pub(crate) fn take_text(bytes: &mut &[u8]) -> Option<String> {
    String::from_utf8(take(bytes)?.to_vec()).ok()
}

/// Appends numbers of one kind, lowest byte first, with the number of their bytes before them.
pub(crate) fn put_all<const N: usize>(numbers: impl Iterator<Item = [u8; N]>, out: &mut Vec<u8>) {
    let bytes: Vec<u8> = numbers.flatten().collect();
    put(&bytes, out);
}

/// Takes what [`put_all`] appended off the front of `bytes`.
pub(crate) fn take_all<T, const N: usize>(
    bytes: &mut &[u8],
    read: fn([u8; N]) -> T,
) -> Option<Vec<T>> {
    let (numbers, rest) = take(bytes)?.as_chunks::<N>();
    rest.is_empty().then(|| numbers.iter().map(|number| read(*number)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let mut bytes = Vec::new();
        varint(300, &mut bytes);
        put_all([1.5f32, -2.0].into_iter().map(f32::to_le_bytes), &mut bytes);
        put(b"end", &mut bytes);
        let rest = &mut bytes.as_slice();
        assert_eq!(read_varint(rest), Some(300));
        assert_eq!(take_all(rest, f32::from_le_bytes), Some(vec![1.5, -2.0]));
        assert_eq!(take_text(rest).as_deref(), Some("end"));
        assert_eq!(take(rest), None);
    }
}
