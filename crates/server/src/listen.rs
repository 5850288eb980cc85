//! The socket.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use view::Usage;

use crate::settings::{Reach, Settings};
use crate::site::Site;
use crate::{pages, routes};

/// A server that has its address and is about to answer.
pub struct Listening {
    /// Where.
    pub address: SocketAddr,
    /// Whoever gives this may write.
    pub token: String,
    runtime: Runtime,
    listener: TcpListener,
    site: Arc<Site>,
}

/// Opens the record and takes the address.
pub fn listen(settings: Settings) -> anyhow::Result<Listening> {
    if settings.reach == Reach::Loopback && !settings.bind.ip().is_loopback() {
        let hint =
            "is not an address of this machine alone; say by which names it is reached with --host";
        return Err(Usage(format!("{} {hint}", settings.bind)).into());
    }
    let token = settings.token.clone().map_or_else(made_up, Ok)?;
    let bind = settings.bind;
    let site = Arc::new(Site::open(settings, token.clone())?);
    let runtime = Runtime::new().context("cannot start the server’s threads")?;
    let listener = runtime.block_on(TcpListener::bind(bind));
    let advice = || format!("cannot listen at {bind}; choose another address with --bind");
    let listener = listener.with_context(advice)?;
    let address = listener.local_addr()?;
    Ok(Listening { address, token, runtime, listener, site })
}

impl Listening {
    /// Answers until it is interrupted.
    pub fn serve(self) -> anyhow::Result<()> {
        let snapshots = self.site.snapshots.clone();
        // What cannot be warmed is told to whoever asks for the page.
        std::thread::spawn(move || pages::changes::warm(&snapshots));
        let router = routes::router(self.site);
        let until = async {
            // Without a signal to wait for there is nothing that could end it.
            if tokio::signal::ctrl_c().await.is_err() {
                std::future::pending::<()>().await;
            }
        };
        let serving =
            async { axum::serve(self.listener, router).with_graceful_shutdown(until).await };
        self.runtime.block_on(serving).context("the server stopped")
    }
}

/// 128 bits, in hexadecimal.
fn made_up() -> anyhow::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| anyhow::anyhow!("no random numbers: {error}"))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
