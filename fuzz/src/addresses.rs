//! Network addresses: none that some standard keeps for itself is taken for everyone's.

#[path = "../../crates/fetch/src/address.rs"]
mod file;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use file::is_public;

/// Sixteen bytes are an address of each kind; fewer are filled up. Longer ones are a word to be read as one.
pub fn check(bytes: &[u8]) {
    let mut octets = [0; 16];
    octets.iter_mut().zip(bytes).for_each(|(octet, byte)| *octet = *byte);
    let [a, b, c, d, ..] = octets;
    v4(Ipv4Addr::new(a, b, c, d));
    v6(Ipv6Addr::from(octets));
    v6(Ipv4Addr::new(a, b, c, d).to_ipv6_mapped());
    v6(Ipv4Addr::new(a, b, c, d).to_ipv6_compatible());
    let word = String::from_utf8_lossy(bytes);
    match word.trim().parse() {
        Ok(IpAddr::V4(address)) => v4(address),
        Ok(IpAddr::V6(address)) => v6(address),
        Err(_) => {}
    }
}

fn v4(address: Ipv4Addr) {
    let kept = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_broadcast()
        || address.is_documentation()
        || address.is_unspecified()
        || address.octets()[0] == 0;
    assert!(!(kept && is_public(IpAddr::V4(address))), "{address} is not everyone's");
    let wide = IpAddr::V6(address.to_ipv6_mapped());
    assert_eq!(is_public(wide), is_public(IpAddr::V4(address)), "{address} written wide");
}

fn v6(address: Ipv6Addr) {
    let kept = address.is_loopback()
        || address.is_unspecified()
        || address.is_multicast()
        || address.is_unique_local()
        || address.is_unicast_link_local();
    assert!(!(kept && is_public(IpAddr::V6(address))), "{address} is not everyone's");
}
