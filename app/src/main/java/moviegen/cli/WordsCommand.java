package moviegen.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import moviegen.generate.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the words that a cast draws. */
@Command(
    name = "words",
    description = "List the words that the cast draws.",
    footer = {"", "Example:", "  ./moviegen words"})
final class WordsCommand implements Callable<Integer> {
  @Mixin CastOption cast = new CastOption();

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Override
  public Integer call() {
    var known = Words.read(cast.open().part("words").file()).known();
    if (json) {
      Json.print(known);
    } else {
      known.forEach(WordsCommand::print);
    }
    return 0;
  }

  private static void print(String attribute, Map<String, List<String>> values) {
    System.out.println(attribute.replace('_', ' '));
    values.forEach((value, words) -> System.out.println("  " + line(value, words)));
  }

  private static String line(String value, List<String> words) {
    String others =
        words.stream().filter(word -> !word.equals(value)).collect(Collectors.joining(", "));
    return others.isEmpty() ? value : "%-16s %s".formatted(value, others);
  }
}
