package moviegen.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures the models of a cast, each kind of measurement by a command of its own. */
@Command(
    name = "evaluate",
    description = "Measure the models of a cast.",
    synopsisSubcommandLabel = "KIND",
    commandListHeading = "Kinds:%n",
    subcommands = {
      AutoencoderScoreCommand.class,
      TextScoreCommand.class,
      ClipScoreCommand.class,
      LetterScoreCommand.class,
      CodecScoreCommand.class,
      SoundScoreCommand.class,
      SpectraCommand.class,
      ScheduleComparisonCommand.class,
      FilmSheetCommand.class,
      EnduranceCommand.class,
      LoadCommand.class,
      ReadersCommand.class,
      AlignmentCommand.class,
      WordEffectCommand.class,
      QualityCommand.class,
      TowerEffectCommand.class
    },
    footer = {"", "Example:", "  ./moviegen evaluate autoencoder --count 200"})
final class EvaluateCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
