package moviegen.evaluate;

import java.util.Optional;

/** What the pages begin with that are about films as readers and measures see them. */
final class JudgedPage {
  private static final String READ =
      """
      A film has two seconds at 16 frames a second, square, of about 128 pixels a side. The learned \
      reader is a judge that was trained on drawings of all combinations of words; what it calls \
      broken, or does not see, is not right. The classical reader has learned nothing and is silent \
      where it is not sure: `spoken` is how often it speaks, `where spoken` how often it is right \
      then. Both are in no loss and choose no film and no checkpoint.
      """;

  private static final String ALIGNMENT =
      "# What films show of their prompts\n\n"
          + READ
          + """
          A name is reader, tier, attribute. A share is averaged over the values of the attribute, each \
          value counting alike, over the prompts that state it. Tiers: `T1` subject, color and action \
          were never shown together, `T2` subject and color, `T3` a word that no caption used, `T4` \
          anyone's prompts. `every stated attribute` is the share of films all of whose stated attributes \
          that the reader looks at are right; looks of persons and letters are not among them. `broken` \
          is the share that is called so. `renders` are drawings of the same truths, what is not stated \
          being as in the natural mix; `autoencoded` are those after encoding and decoding; `chance` \
          is the share of who guesses. `agreement` is over the films of which both readers speak.
          """;

  private static final String WORDS =
      "# What one word changes\n\n"
          + READ
          + """
          Prompts come in pairs that differ in the words for one value; both films have the same seed. \
          `changed` is how often the reader sees another value then, by attribute and averaged over \
          attributes, `changed as asked` how often the one that was asked for; `others changed` how \
          often another stated attribute is read otherwise. `renders` are drawings of both truths; what \
          is not stated may differ between them where the changed value does not go with it.
          """;

  private static final String TOWERS =
      "# What each text tower is good for\n\n"
          + READ
          + """
          A name is what was silent, reader, attribute. A tower that is silent reads an empty text \
          instead of the prompt; the transformer has seen this for all towers together. Tiers are taken \
          together.
          """;

  private static final String QUALITY =
      """
      # How consistent films are and how they move

      The subject is what differs from the background that moves with the camera, looked at four \
      times a second, without anything learned; `subject found` is how often that is somewhere in \
      three looks. Motion is `low` where nothing travels and the camera stands, `high` where \
      something travels before a moving camera or quickly, else `medium`.

      - `still films`: less than 0.4 % of the pixels ever change, where the prompt asks for more \
      than standing.
      - `way gone`: what travels, falls, grows or shrinks went at least half as far as in the drawing.
      - `subject color drift`: mean distance of its mean color from that of all looks, of 255.
      - `subject shape drift`: root mean square of the logarithm of its area about a steady growth.
      - `background flicker`: how much a pixel of the background changes from look to look when \
      followed through the camera's motion, median over pixels, of 255.
      - `unsteady way`: how far its center is from a steady way across, root mean square, in frame \
      widths. In the world nothing turns or hesitates, but what hops goes forward in the air alone.

      `renders` are drawings of the same truths. What these show of drift and flicker is legs, rain \
      and errors of the tracking: only what films have beyond it is theirs.
      """;

  private JudgedPage() {}

  /** The beginning of the page about a kind of report, if it is one of these. */
  static Optional<String> of(String kind) {
    return switch (kind) {
      case "alignment" -> Optional.of(ALIGNMENT);
      case "words" -> Optional.of(WORDS);
      case "towers" -> Optional.of(TOWERS);
      case "quality" -> Optional.of(QUALITY);
      default -> Optional.empty();
    };
  }
}
