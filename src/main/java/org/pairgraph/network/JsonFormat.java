package org.pairgraph.network;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Node and edge lists in JSON, with the fields that a walk has. */
final class JsonFormat implements Export.Format {
    private static final JsonFactory FACTORY = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final int revision;
    private final JsonGenerator json;

    JsonFormat(int revision, OutputStream out) throws IOException {
        this.revision = revision;
        json = FACTORY.createGenerator(out);
    }

    @Override
    public void begin() throws IOException {
        json.writeStartObject();
        json.writeNumberField("revision", revision);
        json.writeArrayFieldStart("nodes");
    }

    @Override
    public void node(NetworkNode node) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", Ids.of(node.iri()));
        json.writeStringField("iri", node.iri());
        write("class", node.type());
        json.writeObjectFieldStart("label");
        write("zh", node.zh());
        write("en", node.en());
        json.writeEndObject();
        write("within", node.within().map(Ids::of));
        if (node.group().isPresent()) {
            write(node.group().get());
        }
        json.writeEndObject();
    }

    private void write(GroupSize group) throws IOException {
        json.writeObjectFieldStart("group");
        json.writeNumberField("count", group.count());
        json.writeStringField("qualifier", group.qualifier());
        json.writeArrayFieldStart("kinds");
        for (var kind : group.kinds()) {
            json.writeString(kind);
        }
        json.writeEndArray();
        json.writeNumberField("named", group.named());
        json.writeEndObject();
    }

    @Override
    public void beginEdges() throws IOException {
        json.writeEndArray();
        json.writeArrayFieldStart("edges");
    }

    @Override
    public void edge(NetworkEdge edge) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", edge.id());
        write("claim", edge.claim().map(Ids::of));
        json.writeStringField("source", Ids.of(edge.source()));
        json.writeStringField("target", Ids.of(edge.target()));
        json.writeStringField("kind", edge.kind());
        write("programme", edge.programme().map(Ids::of));
        write("start", edge.start());
        write("asOf", edge.asOf());
        write("end", edge.end());
        write("status", edge.status());
        write("basis", edge.basis());
        if (edge.count().isPresent()) {
            json.writeNumberField("count", edge.count().get());
        }
        json.writeEndObject();
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }

    private void write(String field, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(field, value.get().toString());
        }
    }
}
