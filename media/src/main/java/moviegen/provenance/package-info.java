/** Where a film comes from: the recipe it carries, and the mark that a model made it. */
@org.jspecify.annotations.NullMarked
package moviegen.provenance;
