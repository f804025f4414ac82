package org.pairgraph.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "path", description = "Show the shortest paths between two parties.", mixinStandardHelpOptions = true)
final class PathCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NetworkOptions network;

    @Parameters(index = "0", paramLabel = "A", description = "An id like area/440800, an IRI, or a name.")
    private String from;

    @Parameters(index = "1", paramLabel = "B", description = "Likewise.")
    private String to;

    @Option(names = "--max", paramLabel = "N", description = "How many paths at most, up to 100.")
    private Optional<String> max;

    @Override
    public Integer call() {
        var commandLine = spec.commandLine();
        return network.run(
                commandLine.getOut(),
                commandLine.getErr(),
                api -> {
                    var parameters = network.parameters();
                    parameters.put("from", List.of(network.party(from, api)));
                    parameters.put("to", List.of(network.party(to, api)));
                    parameters.put("max", max.stream().toList());
                    return api.json("paths", parameters);
                },
                NetworkText::ofPaths);
    }
}
