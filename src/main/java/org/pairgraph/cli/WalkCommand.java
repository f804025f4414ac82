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

@Command(name = "walk", description = "Show who is how many steps away from a party.", mixinStandardHelpOptions = true)
final class WalkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NetworkOptions network;

    @Parameters(paramLabel = "PARTY", description = "An id like area/450225, an IRI, or a name.")
    private String party;

    @Option(names = "--depth", paramLabel = "N", defaultValue = "1", description = "How many steps, 1 to 6.")
    private String depth;

    @Option(names = "--limit", paramLabel = "N", description = "How many parties and places at most, up to 5000.")
    private Optional<String> limit;

    @Override
    public Integer call() {
        var commandLine = spec.commandLine();
        return network.run(
                commandLine.getOut(),
                commandLine.getErr(),
                api -> {
                    var parameters = network.parameters();
                    parameters.put("from", List.of(network.party(party, api)));
                    parameters.put("depth", List.of(depth));
                    parameters.put("limit", limit.stream().toList());
                    return api.json("walk", parameters);
                },
                NetworkText::ofWalk);
    }
}
