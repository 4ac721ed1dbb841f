/// The web console: one page that asks by the same signed operations as every other client.
///
/// The page is TypeScript below `web/` and comes into this module's jar when it is packaged. Start
/// with `web/src/app.tsx`; [Console] serves what was built.
@NullMarked
package brume.console;

import org.jspecify.annotations.NullMarked;
