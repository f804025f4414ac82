package org.pairgraph.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What any graph says. */
record GraphStatements(Graph graph) implements Statements {

    @Override
    public Subject of(Node subject) {
        var objects = new LinkedHashMap<Node, List<Node>>();
        graph.find(subject, Node.ANY, Node.ANY)
                .forEachRemaining(
                        triple -> objects.computeIfAbsent(triple.getPredicate(), property -> new ArrayList<>())
                                .add(triple.getObject()));
        return new Read(this, subject, objects);
    }

    @Override
    public List<Node> objects(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    @Override
    public List<Node> subjects(Node property, Node object) {
        return graph.find(Node.ANY, property, object)
                .mapWith(Triple::getSubject)
                .toList();
    }

    @Override
    public Pointing pointingAt(Node object) {
        return property -> subjects(property, object);
    }

    @Override
    public void read(List<Pattern> patterns) {
        for (var pattern : patterns) {
            graph.find(Node.ANY, pattern.property(), pattern.object())
                    .forEach(triple -> pattern.reader().accept(triple.getSubject(), triple.getObject()));
        }
    }

    private record Read(Statements statements, Node node, Map<Node, List<Node>> objects) implements Subject {
        @Override
        public boolean isEmpty() {
            return objects.isEmpty();
        }

        @Override
        public Set<Node> properties() {
            return objects.keySet();
        }

        @Override
        public List<Node> objects(Node property) {
            return objects.getOrDefault(property, List.of());
        }

        @Override
        public Optional<Subject> onlyObject(Node property) {
            var found = objects(property);
            return found.size() == 1 ? Optional.of(statements.of(found.getFirst())) : Optional.empty();
        }
    }
}
