package moviegen.generate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a film's sound is to be.
 *
 * @param silent whether there is to be none
 * @param prompt what is to be heard; where it is not said, the film decides
 * @param music whether there is to be music; where it is not said, the film decides
 */
public record SoundWish(boolean silent, Optional<String> prompt, Optional<Boolean> music) {
  /** Sound as the film would have it. */
  public static final SoundWish FITTING = new SoundWish(false, Optional.empty(), Optional.empty());

  public static final SoundWish SILENT = new SoundWish(true, Optional.empty(), Optional.empty());

  private static final Set<String> VOICES =
      Set.of(
          "speech",
          "speak",
          "speaks",
          "speaking",
          "spoken",
          "talk",
          "talks",
          "talking",
          "says",
          "saying",
          "said",
          "whisper",
          "whispers",
          "whispering",
          "narration",
          "narrator",
          "narrates",
          "dialogue",
          "monologue",
          "conversation",
          "sing",
          "sings",
          "singing",
          "sung",
          "singer",
          "song",
          "songs",
          "vocal",
          "vocals",
          "lyrics",
          "rap",
          "raps",
          "rapping",
          "choir",
          "acapella",
          "speaker",
          "podcast");

  private static final Set<String> WITHOUT =
      Set.of("no", "without", "not", "nobody", "instrumental");

  private static final List<String> SINGERS =
      List.of(
          "bird", "birds", "whale", "whales", "cricket", "crickets", "cicadas", "frogs", "bowl");

  public SoundWish {
    prompt.ifPresent(SoundWish::check);
    Limits.require(
        !silent || prompt.isEmpty() && music.isEmpty(),
        "A silent film has neither a prompt for its sound nor music.");
  }

  private static void check(String prompt) {
    Limits.require(!prompt.isBlank(), "The prompt for the sound is empty.");
    Limits.require(
        prompt.codePointCount(0, prompt.length()) <= Limits.PROMPT,
        "The prompt for the sound may have at most %,d characters, got %,d.",
        Limits.PROMPT,
        prompt.codePointCount(0, prompt.length()));
    var words = List.of(prompt.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1));
    boolean animal = words.stream().anyMatch(SINGERS::contains);
    boolean denied = words.stream().anyMatch(WITHOUT::contains);
    words.stream()
        .filter(VOICES::contains)
        .findFirst()
        .filter(_ -> !animal && !denied)
        .ifPresent(
            word -> {
              throw new IllegalArgumentException(
                  "Sounds and music without voices are made, no speech and no song; the prompt"
                      + " asks for \"%s\".".formatted(word));
            });
  }
}
