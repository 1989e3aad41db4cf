package moviegen;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URL;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom, as docs/architecture.md says. */
final class LayersTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("moviegen");

  /** What opens a studio on this machine while the program is built, and its pages. */
  private static final String REHEARSAL = "moviegen.cli.Rehearsal";

  private static final String GROUND = " tensor nn checkpoint";
  private static final String MEDIA = " media provenance";
  private static final String MODEL =
      GROUND + " flow autoencoder text clip transformer audio wan judge";

  /** Each package, and all others of the program that it may use. */
  private static final Map<String, String> MAY_USE =
      Map.ofEntries(
          Map.entry("tensor", ""),
          Map.entry("nn", "tensor"),
          Map.entry("checkpoint", "tensor nn"),
          Map.entry("media", ""),
          Map.entry("provenance", "media"),
          Map.entry("flow", "tensor"),
          Map.entry("autoencoder", GROUND + " flow"),
          Map.entry("text", GROUND + " flow"),
          Map.entry("clip", GROUND + " flow"),
          Map.entry("transformer", GROUND + " flow"),
          Map.entry("audio", GROUND + " flow clip"),
          Map.entry("wan", GROUND + " flow text"),
          Map.entry("judge", GROUND),
          Map.entry("world", MEDIA),
          Map.entry("generate", MODEL + MEDIA),
          Map.entry("download", "checkpoint generate"),
          Map.entry("queue", MEDIA + " generate"),
          Map.entry("serve", MEDIA + " generate queue"),
          Map.entry("dataset", MODEL + MEDIA + " world"),
          Map.entry("train", MODEL + MEDIA + " world dataset"),
          Map.entry("evaluate", MODEL + MEDIA + " world generate"),
          Map.entry("cli", MEDIA + " world generate download dataset train evaluate queue serve"));

  static Stream<String> packages() {
    return MAY_USE.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesOnlyThoseBelowIt(String name) {
    String[] itself = named(name);
    classes()
        .that()
        .resideInAnyPackage(itself)
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("moviegen.."))
                .or(resideInAnyPackage(itself))
                .or(resideInAnyPackage(named(MAY_USE.getOrDefault(name, "")))))
        .check(PROGRAM);
  }

  @Test
  void everyPackageHasItsRule() {
    classes().should().resideInAnyPackage(named(String.join(" ", MAY_USE.keySet()))).check(PROGRAM);
  }

  @Test
  void onlyTheTensorPackageKnowsLibtorch() {
    only("moviegen.tensor", "org.bytedeco.pytorch..");
  }

  @Test
  void onlyTheMediaPackageKnowsFfmpeg() {
    only("moviegen.media", "org.bytedeco.ffmpeg..", "org.bytedeco.javacv..");
  }

  @Test
  void onlyDownloadsAndTheStudioOpenConnections() {
    noClasses()
        .that()
        .resideOutsideOfPackages("moviegen.download", "moviegen.serve", "moviegen.client")
        .and()
        .doNotHaveFullyQualifiedName(REHEARSAL)
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.net.http..")
                .or(nameMatching("java\\.net\\.(\\w*URLConnection|\\w*Socket)"))
                .or(nameMatching("java\\.nio\\.channels\\.(\\w*Socket|Datagram)Channel")))
        .orShould()
        .callMethod(URL.class, "openStream")
        .orShould()
        .callMethod(URL.class, "openConnection")
        .check(PROGRAM);
  }

  private static void only(String home, String... foreign) {
    noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(foreign)
        .check(PROGRAM);
  }

  private static String[] named(String words) {
    return Stream.of(words.strip().split(" +", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> "moviegen." + word)
        .toArray(String[]::new);
  }
}
