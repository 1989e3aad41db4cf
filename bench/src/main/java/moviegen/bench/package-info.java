/** Programs that measure this program; they print, and nothing depends on them. */
@org.jspecify.annotations.NullMarked
package moviegen.bench;
