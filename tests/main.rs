//! Every integration test, in one program so that it is linked once.

mod composing;
mod golden;
mod harness;
mod import_airtable;
mod loopback;
mod pages;
mod publishing;
mod pull;
mod real;
mod rules;
mod tidy;
