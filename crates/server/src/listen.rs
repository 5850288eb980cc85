//! The socket.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};
use view::Usage;

use crate::settings::{Access, Reach, Settings};
use crate::site::Site;
use crate::{connection, pages};

/// Pause after a connection could not be taken: most often too many files are open.
const PAUSE: Duration = Duration::from_millis(100);
/// For the last answers to be sent.
const LAST: Duration = Duration::from_millis(500);

/// A server that has its address and is about to answer.
pub struct Listening {
    /// Where.
    pub address: SocketAddr,
    /// For a server without a file of tokens: whoever gives this may write.
    pub token: Option<String>,
    runtime: Runtime,
    listener: TcpListener,
    site: Arc<Site>,
}

/// Opens the record and takes the address.
pub fn listen(settings: Settings) -> anyhow::Result<Listening> {
    check(&settings)?;
    let bind = settings.bind;
    let site = Arc::new(Site::open(settings)?);
    let is_of_machine = matches!(site.settings.access, Access::Machine(_));
    let token = is_of_machine.then(|| site.secret.clone());
    let runtime = Runtime::new().context("cannot start the server’s threads")?;
    let listener = runtime.block_on(TcpListener::bind(bind));
    let advice = || format!("cannot listen at {bind}; choose another address with --bind");
    let listener = listener.with_context(advice)?;
    let address = listener.local_addr()?;
    Ok(Listening { address, token, runtime, listener, site })
}

/// Refuses to be reached by others under no name or without tokens.
fn check(settings: &Settings) -> Result<(), Usage> {
    if settings.reach == Reach::Loopback && !settings.bind.ip().is_loopback() {
        let hint =
            "is not an address of this machine alone; say by which names it is reached with --host";
        return Err(Usage(format!("{} {hint}", settings.bind)));
    }
    match (&settings.reach, &settings.access) {
        (Reach::Hosts(_), Access::Machine(_)) => {
            let hint = "name a file of tokens with --tokens, made with --new-token NAME=SCOPE";
            Err(Usage(format!("whoever is elsewhere needs a token; {hint}")))
        }
        _ => Ok(()),
    }
}

impl Listening {
    /// Answers until it is interrupted.
    pub fn serve(self) -> anyhow::Result<()> {
        let snapshots = self.site.snapshots.clone();
        // What cannot be warmed is told to whoever asks for the page.
        std::thread::spawn(move || pages::changes::warm(&snapshots));
        let site = self.site.clone();
        self.runtime.spawn(accept(self.listener, site.clone()));
        self.runtime.block_on(async {
            // Without a signal to wait for there is nothing that could end it.
            if tokio::signal::ctrl_c().await.is_err() {
                std::future::pending::<()>().await;
            }
            let limits = site.settings.limits;
            let all = u32::try_from(limits.at_once).unwrap_or(u32::MAX);
            let _ = timeout(limits.request, site.places.acquire_many(all)).await;
        });
        self.runtime.shutdown_timeout(LAST);
        Ok(())
    }
}

/// Takes connections, no more at a time than may be open.
async fn accept(listener: TcpListener, site: Arc<Site>) {
    let open = Arc::new(Semaphore::new(site.settings.limits.connections));
    loop {
        let Ok(place) = open.clone().acquire_owned().await else { return };
        let Ok((stream, peer)) = listener.accept().await else {
            sleep(PAUSE).await;
            continue;
        };
        let site = site.clone();
        tokio::spawn(async move {
            connection::answer(site, stream, peer.ip()).await;
            drop(place);
        });
    }
}
