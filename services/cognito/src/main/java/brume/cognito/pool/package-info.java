/// User pools and their app clients: settings, schema, names and the rules for passwords.
///
/// Pure. Start with [Pool].
@NullMarked
package brume.cognito.pool;

import org.jspecify.annotations.NullMarked;
