package moviegen.train;

import java.nio.file.Path;
import java.util.List;
import moviegen.clip.ClipConfig;
import moviegen.text.ByteTokens;
import moviegen.text.T5Config;
import moviegen.text.Tokenizer;
import moviegen.world.Lexicon;

/** The recipes of the three text towers (paper §3.1.4). */
record TowerRecipes(Recipes all) {
  private static final long SEED = 1;
  private static final int CLIP_BATCH = 64;
  private static final List<String> TOKENIZER = List.of("tokenizer");

  List<Recipe> list() {
    return List.of(text(), clip(), bytes());
  }

  private Recipe text() {
    return new Recipe(
            "text",
            "the tower that reads prompts, by a mixture of denoisers on captions",
            12_000,
            AdamW.of(1e-3),
            0.998,
            SEED,
            () -> {
              var file = tokenizer();
              return new LearnText(
                  Tokenizer.read(file),
                  Tokenizer.count(file),
                  all.miniature() ? T5Config::miniature : T5Config::tiny,
                  SEED,
                  all.compute(),
                  all.cast().hashes(TOKENIZER));
            })
        .withGate("evaluate text: 98 % of the values of unseen triples written right");
  }

  private Recipe clip() {
    return new Recipe(
            "clip",
            "the towers in which stills and captions find each other",
            6_000,
            AdamW.of(5e-4),
            0.998,
            SEED,
            () -> {
              var file = tokenizer();
              int words = Tokenizer.count(file);
              return new LearnClip(
                  Tokenizer.read(file),
                  all.miniature() ? ClipConfig.miniature(words) : ClipConfig.tiny(words),
                  all.miniature() ? 8 : CLIP_BATCH,
                  SEED,
                  all.compute(),
                  all.cast().hashes(TOKENIZER));
            })
        .withGate("evaluate clip: a caption finds its still among 64 nine times in ten");
  }

  private Recipe bytes() {
    return new Recipe(
            "bytes",
            "the tower that reads quoted text letter by letter",
            2_000,
            AdamW.of(2e-3),
            0.998,
            SEED,
            () ->
                new LearnBytes(
                    all.miniature()
                        ? T5Config.miniature(ByteTokens.VOCABULARY)
                        : T5Config.TINY_BYT5,
                    SEED,
                    all.compute()))
        .withGate("evaluate bytes: 99 % of signs written as they were read");
  }

  private Path tokenizer() {
    var cast = all.cast();
    if (!cast.has("tokenizer")) {
      cast.put("tokenizer", "tokenizer.json", Lexicon::writeTokenizer);
      cast.put("words", "words.json", Lexicon::writeWords);
    }
    return cast.file("tokenizer");
  }
}
