//! A record as an assistant's program meets it: the process, its standard input and output, line by line.

#![cfg(feature = "mcp")]

mod client;
mod exchange;
mod hostile;
mod shapes;
