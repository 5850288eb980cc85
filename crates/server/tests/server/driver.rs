//! A real browser, driven over the WebDriver protocol by `chromedriver`.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};

use crate::http::send;

/// How often a thing is looked for before it is missing, and how long between.
const TRIES: usize = 600;
const PAUSE: Duration = Duration::from_millis(50);
/// How WebDriver names an element in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser with one window.
pub struct Browser {
    driver: Child,
    address: SocketAddr,
    session: String,
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = send(self.address, "DELETE", &self.session, &[("Host", "localhost")], "");
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

impl Browser {
    /// A new one; `None`, and a line that says so, where there is no `chromedriver`.
    pub fn start() -> Option<Browser> {
        let command = Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).spawn();
        let Ok(mut driver) = command else {
            println!("skipped: no chromedriver here");
            return None;
        };
        let lines = BufReader::new(driver.stdout.take()?).lines();
        let port = lines.map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse::<u16>().ok()
        })?;
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let args = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--window-size=1440,900",
        ];
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": { "args": args },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        } } });
        let mut browser = Browser { driver, address, session: String::new() };
        let made = browser.call("POST", "/session", wanted);
        browser.session = format!("/session/{}", made["sessionId"].as_str().expect("a session"));
        Some(browser)
    }

    /// To a page.
    pub fn go(&self, url: &str) {
        self.ask("POST", "/url", json!({ "url": url }));
    }

    /// Where the window is.
    pub fn url(&self) -> String {
        self.ask("GET", "/url", Value::Null).as_str().unwrap_or_default().to_owned()
    }

    /// What a script returns.
    pub fn run(&self, script: &str) -> Value {
        self.ask("POST", "/execute/sync", json!({ "script": script, "args": [] }))
    }

    /// What a script hands to its last argument.
    pub fn wait_for(&self, script: &str) -> Value {
        self.ask("POST", "/execute/async", json!({ "script": script, "args": [] }))
    }

    /// Looks until the script says something true.
    pub fn until(&self, script: &str) {
        for _ in 0..TRIES {
            if self.run(script).as_bool() == Some(true) {
                return;
            }
            sleep(PAUSE);
        }
        panic!("never true at {}: {script}", self.url());
    }

    /// Clicks on the first element that fits.
    pub fn click(&self, css: &str) {
        let element = self.find(css);
        self.ask("POST", &format!("/element/{element}/click"), json!({}));
    }

    /// Types into the first element that fits.
    pub fn write(&self, css: &str, words: &str) {
        let element = self.find(css);
        self.ask("POST", &format!("/element/{element}/value"), json!({ "text": words }));
    }

    /// Presses a key, wherever the focus is.
    pub fn press(&self, key: &str) {
        let down_up =
            json!([{ "type": "keyDown", "value": key }, { "type": "keyUp", "value": key }]);
        let keys = json!([{ "type": "key", "id": "keys", "actions": down_up }]);
        self.ask("POST", "/actions", json!({ "actions": keys }));
    }

    /// As if the screen were that wide.
    pub fn widen(&self, width: u32, height: u32) {
        let params =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        let command = json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": params });
        self.ask("POST", "/goog/cdp/execute", command);
    }

    /// What the page complained of since the last time.
    pub fn complaints(&self) -> Vec<String> {
        let log = self.ask("POST", "/se/log", json!({ "type": "browser" }));
        let severe = |entry: &&Value| entry["level"] == "SEVERE";
        let lines = log.as_array().into_iter().flatten().filter(severe);
        lines.map(|entry| entry["message"].to_string()).collect()
    }

    /// What the browser asked for since the last time.
    pub fn requests(&self) -> Vec<String> {
        let log = self.ask("POST", "/se/log", json!({ "type": "performance" }));
        let entries = log.as_array().into_iter().flatten();
        let messages = entries.filter_map(|entry| entry["message"].as_str());
        let events = messages.filter_map(|text| serde_json::from_str::<Value>(text).ok());
        let events = events.map(|mut event| event["message"].take());
        let sent = events.filter(|event| event["method"] == "Network.requestWillBeSent");
        sent.filter_map(|event| Some(event["params"]["request"]["url"].as_str()?.to_owned()))
            .collect()
    }

    fn find(&self, css: &str) -> String {
        let found = self.ask("POST", "/element", json!({ "using": "css selector", "value": css }));
        found[ELEMENT].as_str().unwrap_or_else(|| panic!("no {css} at {}", self.url())).to_owned()
    }

    fn ask(&self, method: &str, path: &str, body: Value) -> Value {
        self.call(method, &format!("{}{path}", self.session), body)
    }

    fn call(&self, method: &str, path: &str, body: Value) -> Value {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let headers = [("Host", "localhost"), ("Content-Type", "application/json")];
        let reply = send(self.address, method, path, &headers, &body).expect("the driver answers");
        let value = reply.json()["value"].clone();
        assert!(value["error"].is_null(), "{method} {path}: {value}");
        value
    }
}
