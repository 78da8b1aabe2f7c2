//! Every integration test, in one program so that it is linked once.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stderr,
    missing_docs,
    unreachable_pub,
    reason = "a test stops where anything fails, and looks at the disk it wrote to"
)]

mod adding_up;
mod again;
mod announced;
mod awkward;
mod citing;
mod commands;
mod comments;
mod composing;
mod confidential;
mod document;
mod editions;
mod feeds;
mod first_hour;
mod folders;
mod fuzzed;
mod golden;
mod handbook;
mod harness;
mod history;
mod hostile;
mod import_airtable;
mod import_bad_input;
mod import_documents;
mod import_merge;
mod import_review;
mod import_rules;
mod import_shapes;
mod import_unsettled;
mod interference;
mod killed;
mod languages;
mod leaks;
mod licences;
mod linked;
#[cfg(feature = "pull")]
mod loopback;
mod machines;
mod meant_closed;
mod metadata;
mod naming;
mod newcomer;
mod office;
mod own_sentences;
mod pages;
mod pictures;
mod publishing;
#[cfg(feature = "pull")]
mod pull;
mod readme;
mod real;
mod renamed;
mod rules;
mod said;
mod schema;
mod searched_again;
mod searching;
mod second_report;
mod second_year;
mod serving;
mod statement;
mod states;
mod theming;
mod tidy;
mod translating;
mod two_years;
#[cfg(feature = "pdf")]
mod typst_faults;
mod unread;
mod views;
mod withdrawing;
mod writing;
