package moviegen.provenance;

/** The sign that a trained model made a film, in the words of the IPTC. */
public final class Mark {
  /** IPTC's digital source type of media made by a trained model. */
  public static final String DIGITAL_SOURCE_TYPE =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

  private static final String TOOL = "Movie Gen on the JVM";

  private Mark() {}

  /** The sign as an XMP packet (ISO 16684-1, IPTC Photo Metadata Standard). */
  public static String xmp() {
    return """
    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
     <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about=""
        xmlns:xmp="http://ns.adobe.com/xap/1.0/"
        xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
        xmp:CreatorTool="%s"
        Iptc4xmpExt:DigitalSourceType="%s"/>
     </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="r"?>\
    """
        .formatted(TOOL, DIGITAL_SOURCE_TYPE);
  }

  /** Whether an XMP packet says that a model made its film. */
  static boolean in(String xmp) {
    return xmp.contains(DIGITAL_SOURCE_TYPE);
  }
}
