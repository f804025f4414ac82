package org.pairgraph.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pairgraph.claims.ThingId;
import org.pairgraph.network.EdgeClaim;
import org.pairgraph.network.GroupSize;
import org.pairgraph.network.NeighbourCounts;
import org.pairgraph.network.NeighbourCounts.Sides;
import org.pairgraph.network.NetworkEdge;
import org.pairgraph.network.NetworkFormat;
import org.pairgraph.network.NetworkNode;
import org.pairgraph.network.Paths;
import org.pairgraph.network.RollUp;
import org.pairgraph.network.StatedDay;
import org.pairgraph.network.Walk;

/** Answers about the network as JSON, field by field: a walk is written hundreds of times in a second. */
final class NetworkJson implements NetworkFormat {
    private static final JsonFactory FACTORY = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    private static final int FIRST_BYTES = 4 * 1024;

    private final Snapshot snapshot;
    private final JsonGenerator json;

    private NetworkJson(Snapshot snapshot, JsonGenerator json) {
        this.snapshot = snapshot;
        this.json = json;
    }

    /** Writes a network of whatever size to a stream, which is flushed at the end, not closed. */
    static NetworkFormat format(Snapshot snapshot, OutputStream out) throws IOException {
        return new NetworkJson(snapshot, FACTORY.createGenerator(out));
    }

    /** @param next the cursor of the page that follows */
    static byte[] bytes(Walk walk, Optional<String> next, Snapshot snapshot) {
        return bytes(snapshot, writer -> writer.write(walk, next));
    }

    static byte[] bytes(NeighbourCounts counts, Snapshot snapshot) {
        return bytes(snapshot, writer -> writer.write(counts));
    }

    static byte[] bytes(Paths paths, Snapshot snapshot) {
        return bytes(snapshot, writer -> writer.write(paths));
    }

    static byte[] bytes(RollUp rollUp, Snapshot snapshot) {
        return bytes(snapshot, writer -> writer.write(rollUp));
    }

    private interface Fields {
        void write(NetworkJson writer) throws IOException;
    }

    private interface Item<T> {
        void write(T item) throws IOException;
    }

    private static byte[] bytes(Snapshot snapshot, Fields fields) {
        try (var buffer = new ByteArrayBuilder(FIRST_BYTES);
                var json = FACTORY.createGenerator(buffer)) {
            json.writeStartObject();
            json.writeNumberField("revision", snapshot.revision());
            fields.write(new NetworkJson(snapshot, json));
            json.writeEndObject();
            json.flush();
            return buffer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void begin(int revision) throws IOException {
        json.writeStartObject();
        json.writeNumberField("revision", revision);
        json.writeArrayFieldStart("nodes");
    }

    @Override
    public void beginEdges() throws IOException {
        json.writeEndArray();
        json.writeArrayFieldStart("edges");
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }

    private void write(Walk walk, Optional<String> next) throws IOException {
        array("nodes", walk.nodes(), met -> {
            json.writeStartObject();
            fields(met.node());
            json.writeNumberField("depth", met.depth());
            numbers("degree", met.degree());
            json.writeEndObject();
        });
        array("edges", walk.edges(), this::edge);
        json.writeBooleanField("truncated", walk.truncated());
        field("next", next);
    }

    private void write(NeighbourCounts counts) throws IOException {
        json.writeFieldName("party");
        node(counts.party());
        sides("neighbours", counts.neighbours());
        numbers("places", counts.places());
        if (counts.below().isPresent()) {
            sides("below", counts.below().get());
        }
    }

    private void write(Paths paths) throws IOException {
        if (paths.length().isPresent()) {
            json.writeNumberField("length", paths.length().getAsInt());
        }
        array("paths", paths.paths(), path -> ids(path));
        array("nodes", paths.nodes(), this::node);
        array("edges", paths.edges(), this::edge);
        json.writeBooleanField("truncated", paths.truncated());
        json.writeBooleanField("complete", paths.complete());
    }

    private void write(RollUp rollUp) throws IOException {
        json.writeStringField("level", rollUp.level().name().toLowerCase(Locale.ROOT));
        array("areas", rollUp.areas(), this::node);
        array("edges", rollUp.edges(), this::link);
        json.writeNumberField("unplaced", rollUp.unplaced());
    }

    private void link(RollUp.Edge link) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", ThingId.of(link.source()));
        json.writeStringField("target", ThingId.of(link.target()));
        json.writeStringField("kind", link.kind());
        if (link.stated().isPresent()) {
            var stated = link.stated().get();
            json.writeObjectFieldStart("stated");
            json.writeStringField("claim", ThingId.of(stated.claim()));
            json.writeNumberField("links", stated.links());
            field("date", stated.date());
            json.writeEndObject();
        }
        json.writeFieldName("others");
        ids(link.others());
        json.writeNumberField("below", link.below());
        json.writeNumberField("atLeast", link.atLeast());
        json.writeNumberField("named", link.named());
        json.writeNumberField("remainder", link.remainder());
        json.writeBooleanField("placedByProgramme", link.placedByProgramme());
        json.writeEndObject();
    }

    @Override
    public void node(NetworkNode node) throws IOException {
        json.writeStartObject();
        fields(node);
        json.writeEndObject();
    }

    private void fields(NetworkNode node) throws IOException {
        var label = snapshot.label(node);
        json.writeStringField("id", ThingId.of(node.iri()));
        json.writeStringField("iri", node.iri());
        field("class", node.type());
        json.writeObjectFieldStart("label");
        field("zh", label.zh());
        field("en", label.en());
        json.writeEndObject();
        id("within", node.within());
        if (node.group().isPresent()) {
            group(node.group().get());
        }
    }

    private void group(GroupSize group) throws IOException {
        json.writeObjectFieldStart("group");
        json.writeNumberField("count", group.count());
        json.writeStringField("qualifier", group.qualifier());
        array("kinds", group.kinds(), json::writeString);
        json.writeNumberField("named", group.named());
        json.writeEndObject();
    }

    @Override
    public void edge(NetworkEdge edge) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", edge.id());
        id("claim", edge.claim().map(EdgeClaim::iri));
        json.writeStringField("source", ThingId.of(edge.source()));
        json.writeStringField("target", ThingId.of(edge.target()));
        json.writeStringField("kind", edge.kind());
        if (edge.claim().isPresent()) {
            claim(edge.claim().get());
        }
        json.writeEndObject();
    }

    private void claim(EdgeClaim claim) throws IOException {
        id("programme", claim.programme());
        day("start", "startPrecision", claim.start());
        day("asOf", "asOfPrecision", claim.asOf());
        day("end", "endPrecision", claim.end());
        field("status", claim.status());
        field("basis", claim.basis());
        if (claim.count().isPresent()) {
            json.writeNumberField("count", claim.count().get());
        }
        if (claim.supporters() > 1 || claim.supported() > 1) {
            json.writeNumberField("supporters", claim.supporters());
            json.writeNumberField("supported", claim.supported());
        }
        if (!claim.others().isEmpty()) {
            json.writeFieldName("others");
            ids(claim.others());
        }
    }

    private void day(String name, String precision, Optional<StatedDay> day) throws IOException {
        if (day.isPresent()) {
            json.writeStringField(name, day.get().day().toString());
            field(precision, day.get().precision());
        }
    }

    private void sides(String name, Map<String, Sides> sides) throws IOException {
        json.writeObjectFieldStart(name);
        for (var entry : sides.entrySet()) {
            json.writeObjectFieldStart(entry.getKey());
            json.writeNumberField("supports", entry.getValue().supports());
            json.writeNumberField("supported", entry.getValue().supported());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void numbers(String name, Map<String, Integer> numbers) throws IOException {
        json.writeObjectFieldStart(name);
        for (var entry : numbers.entrySet()) {
            json.writeNumberField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private void ids(List<String> iris) throws IOException {
        json.writeStartArray();
        for (var iri : iris) {
            json.writeString(ThingId.of(iri));
        }
        json.writeEndArray();
    }

    private <T> void array(String name, List<T> items, Item<T> writing) throws IOException {
        json.writeArrayFieldStart(name);
        for (var item : items) {
            writing.write(item);
        }
        json.writeEndArray();
    }

    private void id(String name, Optional<String> iri) throws IOException {
        if (iri.isPresent()) {
            json.writeStringField(name, ThingId.of(iri.get()));
        }
    }

    private void field(String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get().toString());
        }
    }
}
