//! Bytes to text: mark, then valid UTF-8, then declaration, then a guess. A declaration that the
//! bytes speak against is not believed.

use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::guess::{guess, is_damaged_utf8, misreads, wide};

/// Text and how it was decoded.
pub struct Decoded {
    /// The text, without a mark.
    pub text: String,
    /// The encoding used.
    pub used: &'static str,
    /// What the page declares, if it is another one.
    pub declared: Option<&'static str>,
    /// How many characters could not be read.
    pub lost: usize,
}

/// Decodes bytes. `header` is the encoding that came with them from outside, if any.
pub fn decode(bytes: &[u8], header: Option<&str>) -> Decoded {
    let declared =
        header.map(str::as_bytes).and_then(Encoding::for_label).or_else(|| declared(bytes));
    let used = choose(bytes, declared);
    let (text, _) = used.decode_with_bom_removal(bytes);
    let lost = text.matches('\u{fffd}').count();
    let contradicts =
        |d: &&'static Encoding| *d != used && !same_family(d, used) && !bytes.is_ascii();
    let declared = declared.filter(contradicts).map(Encoding::name);
    Decoded { text: text.into_owned(), used: used.name(), declared, lost }
}

/// The encoding of a long text, told from how it begins.
pub(crate) fn encoding_of(head: &[u8]) -> &'static Encoding {
    choose(whole_characters(head), declared(head))
}

/// Without the first bytes of a character that the end of the head cuts.
fn whole_characters(head: &[u8]) -> &[u8] {
    match std::str::from_utf8(head) {
        Err(error) if error.error_len().is_none() => {
            head.get(..error.valid_up_to()).unwrap_or(head)
        }
        _ => head,
    }
}

fn choose(bytes: &[u8], declared: Option<&'static Encoding>) -> &'static Encoding {
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return marked;
    }
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() {
        let escapes = declared == Some(ISO_2022_JP) && bytes.contains(&0x1b);
        return if escapes { ISO_2022_JP } else { UTF_8 };
    }
    if is_damaged_utf8(bytes) {
        return UTF_8;
    }
    match declared {
        Some(encoding) if believable(bytes, encoding) => encoding,
        _ => guess(bytes),
    }
}

/// UTF-8 was looked for already. What servers declare when nobody told them better, windows-1252,
/// is not believed of a text in another script.
fn believable(bytes: &[u8], declared: &'static Encoding) -> bool {
    let is_wide = declared == UTF_16LE || declared == UTF_16BE;
    let denied = declared == WINDOWS_1252 && misreads(bytes);
    declared != UTF_8 && !is_wide && !denied && errs_seldom(bytes, declared)
}

/// At most one character in a hundred, or one in all, is none in this encoding.
fn errs_seldom(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let (text, errs) = encoding.decode_without_bom_handling(bytes);
    !errs || {
        let lost = text.matches('\u{fffd}').count();
        let foreign = text.chars().filter(|c| !c.is_ascii()).count();
        lost <= 1 || lost * 100 <= foreign
    }
}

/// Two readings of one width of character are no contradiction.
fn same_family(declared: &'static Encoding, used: &'static Encoding) -> bool {
    let wide = |e: &'static Encoding| e == UTF_16LE || e == UTF_16BE;
    wide(declared) && wide(used)
}

/// Bytes in which a page may declare its encoding; the standard says 1,024, pages do not care.
const HEAD: usize = 4096;
/// Bytes of an XML declaration.
const XML: usize = 200;

/// `charset=` in the first bytes, or `encoding=` in an XML declaration.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let ascii = bytes.iter().take(HEAD).filter(|b| b.is_ascii());
    let head: String = ascii.map(|b| b.to_ascii_lowercase() as char).collect();
    let start = head.get(..XML).unwrap_or(&head).trim_start();
    let xml = start.strip_prefix("<?xml").and_then(|xml| xml.split("?>").next());
    xml.and_then(|xml| label(xml, "encoding="))
        .or_else(|| label(head.split("<body").next().unwrap_or_default(), "charset="))
}

fn label(head: &str, key: &str) -> Option<&'static Encoding> {
    let after = head.split(key).nth(1)?.trim_start_matches([' ', '"', '\'']);
    let label = after.split(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).next()?;
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use encoding_rs::{
        BIG5, EUC_KR, GBK, ISO_8859_2, SHIFT_JIS, WINDOWS_1251, WINDOWS_1253, WINDOWS_1254,
        WINDOWS_1255, WINDOWS_1256,
    };

    use super::*;

    /// One story in many tongues and the encodings that its pages came in.
    const STORIES: &[(&str, &[&Encoding])] = &[
        (
            "Les ministres des Affaires étrangères se sont réunis à Genève. « Nous avons trouvé un terrain d’entente », a déclaré l’émissaire.",
            &[WINDOWS_1252],
        ),
        (
            "Dışişleri bakanları perşembe günü görüştü. Görüşmede sığınmacıların dönüşü ele alındı, açıklama akşam yapıldı.",
            &[WINDOWS_1254],
        ),
        (
            "Ministrowie spotkali się w czwartek i rozmawiali o kolei. Następne spotkanie odbędzie się w przyszłym miesiącu, ogłosił rzecznik.",
            &[ISO_8859_2],
        ),
        (
            "Министры иностранных дел встретились в четверг и говорили о железной дороге. Следующая встреча пройдёт через месяц.",
            &[WINDOWS_1251],
        ),
        (
            "Οι υπουργοί Εξωτερικών συναντήθηκαν την Πέμπτη και συζήτησαν για τον σιδηρόδρομο. Θα συναντηθούν ξανά.",
            &[WINDOWS_1253],
        ),
        (
            "التقى وزراء الخارجية يوم الخميس وبحثوا مسألة السكة الحديدية، وسيجتمعون مرة أخرى بعد شهر.",
            &[WINDOWS_1256],
        ),
        ("שרי החוץ נפגשו ביום חמישי ודנו במסילת הברזל. הם ייפגשו שוב בעוד חודש.", &[WINDOWS_1255]),
        (
            "两国外长星期四举行会谈,讨论铁路问题,并同意下个月再次会晤。发言人在会后发表了声明。",
            &[GBK],
        ),
        (
            "兩國外長星期四舉行會談,討論鐵路問題,並同意下個月再次會晤。發言人在會後發表了聲明。",
            &[BIG5],
        ),
        (
            "両国の外相は木曜日に会談し、鉄道の問題について話し合った。来月また会うことで合意した。",
            &[SHIFT_JIS, encoding_rs::EUC_JP],
        ),
        (
            "양국 외무장관은 목요일에 만나 철도 문제를 논의했다. 다음 달에 다시 만나기로 합의했다.",
            &[EUC_KR],
        ),
    ];

    #[test]
    fn undeclared_text_is_read_in_every_encoding() {
        for (story, encodings) in STORIES {
            for encoding in *encodings {
                let (bytes, _, unmappable) = encoding.encode(story);
                assert!(!unmappable, "{story}");
                let decoded = decode(&bytes, None);
                assert_eq!(decoded.text, *story, "{} read as {}", encoding.name(), decoded.used);
            }
            let wide = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
                story.encode_utf16().flat_map(order).collect()
            };
            let marked = [vec![0xff, 0xfe], wide(u16::to_le_bytes)].concat();
            assert_eq!(decode(&marked, Some("utf-8")).text, *story);
        }
    }

    #[test]
    fn declared_text_is_read_as_declared() {
        for (story, encodings) in STORIES {
            for encoding in *encodings {
                let page =
                    format!("<html><head><meta charset=\"{}\"></head><p>{story}", encoding.name());
                let (bytes, _, _) = encoding.encode(&page);
                let decoded = decode(&bytes, None);
                assert_eq!((decoded.text.as_str(), decoded.declared), (page.as_str(), None));
                let decoded = decode(&bytes, Some(encoding.name()));
                assert_eq!((decoded.text.as_str(), decoded.lost), (page.as_str(), 0));
            }
        }
    }

    #[test]
    fn a_server_that_says_latin_of_everything_is_not_believed() {
        for (story, encodings) in STORIES {
            for encoding in *encodings {
                let (bytes, _, _) = encoding.encode(story);
                let decoded = decode(&bytes, Some("iso-8859-1"));
                assert_eq!(decoded.text, *story, "{} read as {}", encoding.name(), decoded.used);
                assert_eq!(decode(story.as_bytes(), Some("iso-8859-1")).text, *story);
            }
        }
    }

    #[test]
    fn wide_text_needs_no_mark() {
        for (story, _) in STORIES.iter().filter(|(_, encodings)| {
            !matches!(encodings[0].name(), "GBK" | "Big5" | "Shift_JIS" | "EUC-KR")
        }) {
            let wide: Vec<u8> = story.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(decode(&wide, None).text, *story);
            let wide: Vec<u8> = story.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(decode(&wide, None).text, *story);
        }
    }

    #[test]
    fn valid_utf8_outweighs_a_declaration() {
        let page = "<meta charset=\"iso-8859-1\"><p>Genève".as_bytes();
        let decoded = decode(page, None);
        assert!(decoded.text.ends_with("Genève"));
        assert_eq!(decoded.declared, Some("windows-1252"));
        assert_eq!(decode(b"<meta charset=\"iso-8859-1\"><p>Geneva", None).declared, None);
    }

    #[test]
    fn damage_is_counted_and_spoils_nothing_else() {
        let page = ["Genève, Zürich, Málaga".as_bytes(), b"\xff"].concat();
        assert_eq!(decode(&page, None).lost, 1);
        let words = b"The envoys met in Tarn on Thursday and spoke ";
        let page = [&words[..], b"\xc8\xff\x01", words, b"\xa9", words, b"\x81\xf3\xee"].concat();
        let decoded = decode(&page, None);
        assert_eq!(decoded.used, "UTF-8");
        assert!(decoded.lost >= 4 && decoded.text.contains("Thursday"));
        let page = b"The \xfev\0ys \xedet \xc0n T\0rn and \x80poke \xffo\0 an ho\xc0r of th\0 \xa0ail\xfeay";
        assert_eq!(decode(page, Some("utf-8")).used, "UTF-8");
    }

    #[test]
    fn curly_quotes_of_one_byte_are_quotes() {
        let page =
            b"\x93We agreed,\x94 the envoy said. \x93It wasn\x92t easy \x96 but it\x92s done.\x94";
        let read = "“We agreed,” the envoy said. “It wasn’t easy – but it’s done.”";
        assert_eq!(decode(page, None).text, read);
        assert_eq!(decode(page, Some("utf-8")).text, read);
    }

    #[test]
    fn an_xml_declaration_counts_and_talk_of_encodings_does_not() {
        let (page, _, _) =
            WINDOWS_1251.encode("<?xml version='1.0' encoding='windows-1251'?><p>Да");
        assert!(decode(&page, None).text.ends_with("Да"));
        assert_eq!(declared(b"The tool takes encoding=utf-16 as an option"), None);
    }
}
