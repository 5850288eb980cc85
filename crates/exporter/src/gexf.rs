//! `gexf`: who meets whom, for Gephi. GEXF 1.3.

use std::fmt::Write;

use crate::graph::{Edge, Graph, Node, graph};
use crate::material::Material;
use crate::output::Exported;
use crate::plain::xml;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph defaultedgetype="undirected">
<attributes class="node">
<attribute id="kind" title="kind" type="string"/>
<attribute id="party" title="party" type="string"/>
</attributes>
<attributes class="edge">
<attribute id="held" title="held" type="integer"/>
<attribute id="planned" title="planned" type="integer"/>
<attribute id="meetings" title="meetings" type="string"/>
</attributes>
"#;

/// The graph.
pub fn gexf(material: &Material<'_>) -> Exported {
    let mut page = HEAD.to_owned();
    // Writing into memory cannot fail.
    let _ = body(&mut page, &graph(material));
    page.into()
}

fn body(page: &mut String, graph: &Graph) -> std::fmt::Result {
    writeln!(page, "<nodes>")?;
    graph.nodes.iter().try_for_each(|one| node(page, one))?;
    writeln!(page, "</nodes>\n<edges>")?;
    graph.edges.iter().enumerate().try_for_each(|(at, one)| edge(page, at, one))?;
    writeln!(page, "</edges>\n</graph>\n</gexf>")
}

fn node(page: &mut String, node: &Node) -> std::fmt::Result {
    write!(page, r#"<node id="{}" label="{}"><attvalues>"#, node.id, xml(&node.label))?;
    write!(page, r#"<attvalue for="kind" value="{}"/>"#, node.kind)?;
    writeln!(page, r#"<attvalue for="party" value="{}"/></attvalues></node>"#, xml(&node.party))
}

fn edge(page: &mut String, at: usize, edge: &Edge) -> std::fmt::Result {
    let (from, to, weight) = (&edge.from, &edge.to, edge.origins);
    write!(
        page,
        r#"<edge id="e{at}" source="{from}" target="{to}" weight="{weight}"><attvalues>"#
    )?;
    write!(page, r#"<attvalue for="held" value="{}"/>"#, edge.held)?;
    write!(page, r#"<attvalue for="planned" value="{}"/>"#, edge.planned)?;
    let meetings = xml(&edge.meetings.join(" "));
    writeln!(page, r#"<attvalue for="meetings" value="{meetings}"/></attvalues></edge>"#)
}
