package dev.parley.cli.command;

import dev.parley.cli.demo.Story;
import dev.parley.cli.demo.StoryBroken;
import dev.parley.cli.demo.StoryDriver;
import dev.parley.cli.instance.Folders;
import dev.parley.cli.instance.Instance;
import dev.parley.cli.instance.InstanceSettings;
import dev.parley.cli.process.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "demo", description = "Tells the whole story on a throwaway instance, step by step, and stops it.")
final class Demo implements Runnable {

    private static final int TAIL = 10;

    @Option(
            names = "--driver",
            paramLabel = "<driver>",
            description =
                    "Through which driver the account is worked: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})."
                            + " The official API cannot follow by hashtag.")
    private StoryDriver driver = StoryDriver.MOBILE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var folder = throwawayFolder();
        var instance = Instance.prepare(InstanceSettings.onFreePorts(folder), step -> say(step + " …"));
        new Foreground(instance, () -> Folders.delete(folder)).run(() -> {
            instance.start();
            tell(instance);
            say("\nThe story holds.");
        });
    }

    private static Path throwawayFolder() {
        try {
            return Files.createTempDirectory("parley-demo");
        } catch (IOException e) {
            throw new Problem("cannot make a folder for the demo: " + e.getMessage(), e);
        }
    }

    private void tell(Instance instance) {
        try {
            new Story(spec.commandLine().getOut(), isTerminal(), driver).tellOn(instance);
        } catch (StoryBroken broken) {
            var endOfLog = instance.server().process().log().tail(TAIL);
            throw new Problem(
                    "the story does not hold: %s%nThe end of the server's log:%n%s"
                            .formatted(broken.getMessage(), String.join("\n", endOfLog)),
                    broken);
        }
    }

    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
