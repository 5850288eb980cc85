//! `graphml`: who meets whom, for igraph, networkx, yEd.

use std::fmt::Write;

use crate::graph::{Edge, Graph, Node, graph};
use crate::material::Material;
use crate::output::Exported;
use crate::plain::xml;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="kind" for="node" attr.name="kind" attr.type="string"/>
<key id="party" for="node" attr.name="party" attr.type="string"/>
<key id="weight" for="edge" attr.name="weight" attr.type="int"/>
<key id="held" for="edge" attr.name="held" attr.type="int"/>
<key id="planned" for="edge" attr.name="planned" attr.type="int"/>
<key id="meetings" for="edge" attr.name="meetings" attr.type="string"/>
<graph edgedefault="undirected">
"#;

/// The graph.
pub fn graphml(material: &Material<'_>) -> Exported {
    let mut page = HEAD.to_owned();
    // Writing into memory cannot fail.
    let _ = body(&mut page, &graph(material));
    page.into()
}

fn body(page: &mut String, graph: &Graph) -> std::fmt::Result {
    graph.nodes.iter().try_for_each(|one| node(page, one))?;
    graph.edges.iter().try_for_each(|one| edge(page, one))?;
    writeln!(page, "</graph>\n</graphml>")
}

fn node(page: &mut String, node: &Node) -> std::fmt::Result {
    write!(page, r#"<node id="{}"><data key="label">{}</data>"#, node.id, xml(&node.label))?;
    write!(page, r#"<data key="kind">{}</data>"#, node.kind)?;
    writeln!(page, r#"<data key="party">{}</data></node>"#, xml(&node.party))
}

fn edge(page: &mut String, edge: &Edge) -> std::fmt::Result {
    write!(page, r#"<edge source="{}" target="{}">"#, edge.from, edge.to)?;
    for (key, count) in [("weight", edge.origins), ("held", edge.held), ("planned", edge.planned)] {
        write!(page, r#"<data key="{key}">{count}</data>"#)?;
    }
    writeln!(page, r#"<data key="meetings">{}</data></edge>"#, xml(&edge.meetings.join(" ")))
}
