package org.pairgraph.tables;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.pairgraph.vocab.PG;

/** Areas by code, by name, and by a path of names such as 广东省茂名市茂南区 or 广东/茂名/茂南. */
final class Areas {
    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final Pattern FULL_WIDTH = Pattern.compile("[\\d０-９]+");
    private static final Pattern BROKEN_CODE = Pattern.compile("\\d+([.,]\\d+)?([eE]\\+\\d+)?");
    private static final Message AREA = new Message("area", "地区");

    private final Known known;
    private final Map<String, Set<Node>> found = new HashMap<>();

    Areas(Known known) {
        this.known = known;
    }

    /** A code as it is meant: offices also type its digits full-width. */
    static String plain(String code) {
        return FULL_WIDTH.matcher(code).matches() ? Normalizer.normalize(code, Normalizer.Form.NFKC) : code;
    }

    /** The area with a code of GB/T 2260. */
    Node coded(String written) throws UnreadableCell {
        var code = plain(written);
        if (!CODE.matcher(code).matches()) {
            throw new UnreadableCell(
                    "a code has six digits: correct it, and format the column as text", "行政区划代码是六位数字：请改正，并把该列设为文本格式");
        }
        return known.subjects(PG.adminCode, NodeFactory.createLiteralString(code))
                .findFirst()
                .orElseThrow(() -> new UnreadableCell(
                        "no area has this code: correct it, or describe the area first with the template places",
                        "没有代码为此的地区：请改正，或先用模板places描述该地区"));
    }

    /** The area that a text means: a code, an id, a name or a path of names. */
    Node find(String text) throws UnreadableCell {
        if (BROKEN_CODE.matcher(plain(text)).matches()) {
            return coded(text);
        }
        var byId = known.byId(text).filter(thing -> known.isOne(thing, Known.AREAS));
        if (byId.isPresent()) {
            return byId.get();
        }
        var byName = known.named(Known.AREAS, text);
        return known.only(byName.isEmpty() ? List.copyOf(byPath(text)) : byName, text, AREA, Known.AREAS);
    }

    /** Whether an area is another or lies in it. */
    boolean isWithin(Node area, Node outer) {
        var seen = new HashSet<Node>();
        for (Optional<Node> at = Optional.of(area); at.isPresent() && seen.add(at.get()); at = parent(at.get())) {
            if (at.get().equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /** The areas that a path of names means. */
    Set<Node> byPath(String text) {
        var path = text.replaceAll("[\\s/＞>·,，]", "");
        var already = found.get(path);
        if (already != null) {
            return already;
        }
        Set<Node> areas = new HashSet<>();
        known.instances(Known.AREAS).forEach(area -> {
            for (var name : known.names(area)) {
                if (path.length() > name.length()
                        && path.endsWith(name)
                        && isAbove(area, path.substring(0, path.length() - name.length()))) {
                    areas.add(area);
                }
            }
        });
        found.put(path, areas);
        return areas;
    }

    /** Whether a path of names ends in some area above this one. */
    private boolean isAbove(Node area, String path) {
        var seen = new HashSet<Node>();
        for (var above = parent(area); above.isPresent() && seen.add(above.get()); above = parent(above.get())) {
            for (var name : known.names(above.get())) {
                if (path.equals(name)
                        || path.endsWith(name)
                                && isAbove(above.get(), path.substring(0, path.length() - name.length()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<Node> parent(Node area) {
        return known.object(area, PG.within);
    }
}
