//! Passages, a stub that answers well, lies, obeys strangers, breaks or is silent, and what is taken of it.

mod desk;
mod failing;
mod honest;
mod hostile;
mod lying;
mod record;
mod recorded;
mod secret;
mod stub;
