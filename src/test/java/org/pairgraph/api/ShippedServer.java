package org.pairgraph.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands out one server with the shipped ontology, data and queries. It starts with the first test class that asks for it
 * and stops after the last: for classes that only read.
 */
final class ShippedServer implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ServedHome.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(ShippedServer.class))
                .getOrComputeIfAbsent("started", key -> Started.now(), Started.class)
                .server;
    }

    private record Started(ServedHome server, Path folder) implements AutoCloseable {
        static Started now() {
            try {
                var folder = Files.createTempDirectory("pairgraph-shipped-");
                return new Started(ServedHome.shipped(folder.resolve("store")), folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            PathUtils.deleteDirectory(folder);
        }
    }
}
