//! The article of a message: a newsletter as it was sent.

use mail_parser::{Address, MessageParser};
use text::DateBasis;

use crate::draft::Draft;
use crate::page_date::Order;
use crate::published::Candidate;
use crate::{html, plain};

/// The text of a message as an article: its HTML if it has one, else its plain text.
pub(crate) fn read(bytes: &[u8]) -> Option<Draft> {
    let message = MessageParser::default().parse(bytes)?;
    let subject = message.subject().map(str::to_owned);
    let is_html = |part: &mail_parser::MessagePart| part.is_text_html();
    let written_html = message.html_bodies().any(is_html);
    let mut draft = match written_html.then(|| message.body_html(0)).flatten() {
        Some(page) => html::read_fragment(&page, subject.as_deref()),
        None => {
            let title = subject.as_deref().map(plain::Title::Name);
            plain::read(&message.body_text(0)?, plain::Known { title, order: Order::Unknown })
        }
    };
    let sent = message.date().and_then(|sent| {
        let (year, month, day) =
            (sent.year.try_into().ok()?, sent.month.try_into().ok()?, sent.day.try_into().ok()?);
        jiff::civil::Date::new(year, month, day).ok()
    });
    draft.dates.splice(0..0, sent.map(|day| Candidate::Day(day, DateBasis::Given)));
    draft.outlet = message.from().and_then(sender);
    draft.title = subject;
    Some(draft)
}

/// The name of a sender, else the host of the address.
fn sender(from: &Address) -> Option<String> {
    let first = from.first()?;
    let host = || {
        first.address().and_then(|address| address.split_once('@')).map(|(_, host)| host.to_owned())
    };
    first.name().map(str::to_owned).or_else(host)
}
