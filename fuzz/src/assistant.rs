//! Messages of the Model Context Protocol.

use std::cell::RefCell;
use std::sync::{Arc, LazyLock};

use pipeline::Tools;
use serde_json::{Value, json};
use server::{Snapshots, offers};
use store::Store;
use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex, split};
use tokio::runtime::{Builder, Runtime};

use crate::ground::{chosen, scratch};
use crate::kept;
use crate::stage::blank_tools;

const ROOM: usize = 1 << 22;
/// How a client begins.
const BEGIN: &str = "{\"jsonrpc\":\"2.0\",\"id\":\"begin\",\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\",\
    \"capabilities\":{},\"clientInfo\":{\"name\":\"any\",\"version\":\"0\"}}}\n\
    {\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n";
/// The longest answer to a call, with what the protocol puts around it: the text is sent twice, once escaped.
const LONGEST: usize = 250_000;

static SNAPSHOTS: LazyLock<Arc<Snapshots>> = LazyLock::new(|| {
    let file = scratch("assistant.db");
    let _ = std::fs::remove_file(&file);
    let mut store = Store::create(&file).expect("a record can be made");
    store.add(&kept::readings(), Tools::version()).expect("a record takes readings");
    Arc::new(Snapshots::with(&file, blank_tools().clone()).expect("a record can be opened"))
});

thread_local! {
    static RUNTIME: RefCell<Runtime> = RefCell::new(Builder::new_current_thread().enable_time().build().expect("a runtime starts"));
}

/// The first byte chooses: bytes as they stand, lines behind a proper beginning, or calls of tools whose arguments are anything.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    match choice & 3 {
        0 => answered(rest).iter().for_each(reply),
        1 => answered(&[BEGIN.as_bytes(), rest].concat()).iter().for_each(reply),
        _ => called(rest),
    }
}

/// Each line calls the tool that its first byte chooses with the arguments that follow; each is answered once, though the client
/// ends its side at once.
fn called(bytes: &[u8]) {
    let names: Vec<&str> = offers().map(|offer| offer.tool.name).collect();
    let mut messages = BEGIN.as_bytes().to_vec();
    let mut asked = 0;
    for line in bytes.split(|byte| *byte == b'\n').take(4) {
        let (choice, given) = chosen(line);
        let Some(arguments) = arguments(given) else { continue };
        let name = names[usize::from(choice) % names.len()];
        let call = json!({"jsonrpc": "2.0", "id": asked, "method": "tools/call", "params": {"name": name, "arguments": arguments}});
        messages.extend(format!("{call}\n").bytes());
        asked += 1;
    }
    if asked == 0 {
        return;
    }
    let replies = answered(&messages);
    replies.iter().for_each(reply);
    for id in 0..asked {
        let own = replies.iter().filter(|reply| reply["id"] == json!(id)).count();
        assert_eq!(own, 1, "answers to call {id} of {asked}");
    }
}

/// JSON, or names and values parted by `=` and `&`.
fn arguments(given: &[u8]) -> Option<Value> {
    if given.first() == Some(&b'{') {
        return serde_json::from_slice(given).ok();
    }
    let words = String::from_utf8_lossy(given);
    let pairs = words.split('&').filter_map(|pair| pair.split_once('='));
    Some(Value::Object(pairs.map(|(name, value)| (name.to_owned(), json!(value))).collect()))
}

/// A reply is JSON of the protocol, no longer than a client takes, and no failure of ours.
fn reply(reply: &Value) {
    assert_eq!(reply["jsonrpc"], "2.0", "{reply}");
    assert!(reply.to_string().len() <= LONGEST, "an answer that is too long");
    assert_ne!(reply["error"]["code"], json!(-32603), "an inner failure: {reply}");
}

/// All that is said to these bytes and the end of them.
fn answered(bytes: &[u8]) -> Vec<Value> {
    let said = RUNTIME.with_borrow(|runtime| {
        runtime.block_on(async {
            let (mut ours, theirs) = duplex(ROOM);
            let serving = mcp::answer(SNAPSHOTS.clone(), split(theirs));
            let asking = async {
                let _ = ours.write_all(bytes).await;
                let _ = ours.shutdown().await;
                let mut said = Vec::new();
                let _ = ours.read_to_end(&mut said).await;
                said
            };
            // A client that does not begin properly is told so by the error alone.
            tokio::join!(serving, asking).1
        })
    });
    let lines = said.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    lines.map(|line| serde_json::from_slice(line).expect("a line of an answer is JSON")).collect()
}
