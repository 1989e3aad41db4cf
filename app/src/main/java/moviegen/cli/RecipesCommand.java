package moviegen.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import moviegen.train.Recipe;
import moviegen.train.Recipes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the trainings that make a cast, in their order. */
@Command(
    name = "recipes",
    description = "List the trainings that make a cast, in their order.",
    footer = {"", "Example:", "  ./moviegen recipes"})
final class RecipesCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Override
  public Integer call() {
    var all = Recipes.listed();
    if (json) {
      Json.print(Map.of("recipes", all.stream().map(RecipesCommand::facts).toList()));
    } else {
      all.forEach(
          recipe ->
              System.out.println(
                  "%-15s %,8d steps  %s"
                      .formatted(recipe.name(), recipe.steps(), recipe.purpose())));
      System.out.println(
          "%-15s %8s        %s".formatted(Recipes.AVERAGE, "", "the mean of what was fine-tuned"));
      System.out.println("\nGates:");
      all.stream()
          .filter(recipe -> !recipe.gate().equals(Recipe.NO_GATE))
          .forEach(
              recipe -> System.out.println("%-15s %s".formatted(recipe.name(), recipe.gate())));
    }
    return 0;
  }

  private static Map<String, Object> facts(Recipe recipe) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("name", recipe.name());
    facts.put("purpose", recipe.purpose());
    facts.put("steps", recipe.steps());
    facts.put("learning_rate", recipe.optimizer().rate(recipe.steps() / 2, recipe.steps()));
    facts.put("averaging", recipe.averaging());
    facts.put("gate", recipe.gate());
    return facts;
  }
}
