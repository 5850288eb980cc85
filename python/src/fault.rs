//! What can go wrong, and the exception that Python is told.
//!
//! The classes stand in `package/rapporteur/errors.py`, where they can have two bases each.

use std::any::Any;

use pyo3::prelude::*;
use store::Error;
use view::Usage;

/// Why something could not be done.
#[derive(Debug)]
pub enum Fault {
    /// It makes no sense as it was asked.
    Usage(String),
    /// There is no record there.
    Missing(String),
    /// The record cannot be read or added to, or a file not be written.
    Record(String),
    /// Nothing has that name or id.
    NotFound(String),
    /// A fault of the program.
    Program(String),
    /// Python has its own reason: an interrupt, an iterator that failed.
    Python(PyErr),
}

impl Fault {
    /// A panic, told as what it is.
    pub fn panicked(panic: &(dyn Any + Send)) -> Fault {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let cause = text.or_else(|| panic.downcast_ref::<&str>().copied());
        let cause = cause.unwrap_or("no reason given");
        Fault::Program(format!("this is a fault of the program, please report it: {cause}"))
    }

    fn class(&self) -> &'static str {
        match self {
            Fault::Usage(_) => "UsageError",
            Fault::Missing(_) => "MissingRecordError",
            Fault::Record(_) => "RecordError",
            Fault::NotFound(_) => "NotFoundError",
            Fault::Program(_) | Fault::Python(_) => "InternalError",
        }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Fault {
        match error {
            Error::Missing(_) => Fault::Missing(error.to_string()),
            _ => Fault::Record(error.to_string()),
        }
    }
}

impl From<anyhow::Error> for Fault {
    fn from(error: anyhow::Error) -> Fault {
        let error = match error.downcast::<Error>() {
            Ok(error) => return error.into(),
            Err(error) => error,
        };
        match error.downcast::<Usage>() {
            Ok(usage) => Fault::Usage(usage.0),
            Err(error) => Fault::Record(format!("{error:#}")),
        }
    }
}

impl From<PyErr> for Fault {
    fn from(error: PyErr) -> Fault {
        Fault::Python(error)
    }
}

impl From<Fault> for PyErr {
    fn from(fault: Fault) -> PyErr {
        Python::attach(|py| raised(py, fault).unwrap_or_else(|error| error))
    }
}

fn raised(py: Python<'_>, fault: Fault) -> PyResult<PyErr> {
    let class = py.import("rapporteur.errors")?.getattr(fault.class())?;
    Ok(match fault {
        Fault::Python(error) => error,
        Fault::Usage(why)
        | Fault::Missing(why)
        | Fault::Record(why)
        | Fault::NotFound(why)
        | Fault::Program(why) => PyErr::from_value(class.call1((why,))?),
    })
}
