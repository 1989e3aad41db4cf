/**
 * Real, deterministic films in tests: {@link moviegen.junit.WithStudio} starts a studio for them.
 */
@org.jspecify.annotations.NullMarked
package moviegen.junit;
