package org.pairgraph.tables;

import java.util.List;
import org.apache.jena.graph.Graph;

/** What became of a table. */
public sealed interface Conversion {
    /**
     * Every row was understood.
     *
     * @param rows how many rows say something
     * @param remarks what deserves a look
     */
    record Converted(Graph graph, int rows, List<TableProblem> remarks) implements Conversion {
        public Converted {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Something must be mended first.
     *
     * @param problems by row and column
     * @param more how many further problems are left out
     */
    record Refused(List<TableProblem> problems, int more) implements Conversion {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
