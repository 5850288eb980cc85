//! Dates as pages write them: on lines in words of many languages, in numbers, in addresses, in
//! fields. A date that may be two is none.

mod address;
mod calendar;
mod field;
mod names;
mod token;
mod written;

pub use address::url_day;
pub use field::field_day;
pub use names::is_weekday;
pub use written::{FoundDay, MonthDay, Order, days, first_day, machine_day, month_day};
