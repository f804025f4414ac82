package org.pairgraph.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Any number of lines, given back sorted and each once, in bounded memory: what does not fit is put into files of a folder
 * and merged. For one thread.
 */
final class SortedLines implements AutoCloseable {
    static final int CHARACTERS_AT_ONCE = 16 << 20;

    private final Path folder;
    private final int charactersAtOnce;
    private final List<Path> runs = new ArrayList<>();
    private SortedSet<String> lines = new TreeSet<>();
    private long characters;

    SortedLines(Path folder, int charactersAtOnce) {
        this.folder = folder;
        this.charactersAtOnce = charactersAtOnce;
    }

    /** Takes each line. */
    interface Taking {
        void take(String line) throws IOException;
    }

    void add(String line) throws IOException {
        if (lines.add(line)) {
            characters += line.length();
        }
        if (characters > charactersAtOnce) {
            putAside();
        }
    }

    /** Gives every line, once, in the order of the characters. */
    void forEach(Taking taking) throws IOException {
        if (runs.isEmpty()) {
            for (var line : lines) {
                taking.take(line);
            }
            return;
        }
        putAside();
        merge(taking);
    }

    @Override
    public void close() throws IOException {
        for (var run : runs) {
            Files.deleteIfExists(run);
        }
    }

    private void putAside() throws IOException {
        var run = Files.createTempFile(folder, "sorting-", ".lines");
        runs.add(run);
        Files.write(run, lines, StandardCharsets.UTF_8);
        lines = new TreeSet<>();
        characters = 0;
    }

    private void merge(Taking taking) throws IOException {
        var open = new ArrayList<BufferedReader>();
        try {
            var heads = new PriorityQueue<Head>();
            for (var run : runs) {
                var reader = Files.newBufferedReader(run, StandardCharsets.UTF_8);
                open.add(reader);
                advance(reader, heads);
            }
            @Nullable String last = null;
            while (!heads.isEmpty()) {
                var head = heads.remove();
                if (!head.line().equals(last)) {
                    taking.take(head.line());
                    last = head.line();
                }
                advance(head.run(), heads);
            }
        } finally {
            for (var reader : open) {
                reader.close();
            }
        }
    }

    private static void advance(BufferedReader run, PriorityQueue<Head> heads) throws IOException {
        var line = run.readLine();
        if (line != null) {
            heads.add(new Head(line, run));
        }
    }

    /** The next line of a run. */
    private record Head(String line, BufferedReader run) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            return line.compareTo(other.line);
        }
    }
}
