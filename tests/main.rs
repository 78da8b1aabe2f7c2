//! Every integration test, in one program so that it is linked once.

mod harness;
mod rules;
mod tidy;
