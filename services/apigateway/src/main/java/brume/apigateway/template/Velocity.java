package brume.apigateway.template;

import java.io.StringReader;
import org.apache.velocity.Template;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.resource.loader.StringResourceLoader;
import org.apache.velocity.util.introspection.SecureUberspector;

/// The Velocity engine, set up so that templates reach neither classes nor files and end some day.
final class Velocity {
  /// Source: "Amazon API Gateway quotas": iterations in a `#foreach` loop in mapping templates.
  private static final String MAX_LOOPS = "1000";

  private static final int PARSERS = 2;

  private static final class Engine {
    private static final RuntimeInstance RUNTIME = start();

    private static RuntimeInstance start() {
      var runtime = new RuntimeInstance();
      runtime.setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, SecureUberspector.class.getName());
      runtime.setProperty(RuntimeConstants.MAX_NUMBER_LOOPS, MAX_LOOPS);
      runtime.setProperty(RuntimeConstants.PARSER_POOL_SIZE, PARSERS);
      runtime.setProperty(RuntimeConstants.RESOURCE_LOADERS, "none");
      runtime.setProperty("resource.loader.none.class", StringResourceLoader.class.getName());
      runtime.setProperty(
          RuntimeConstants.EVENTHANDLER_REFERENCEINSERTION, Unresolved.class.getName());
      runtime.init();
      return runtime;
    }
  }

  private Velocity() {}

  /// Throws [ParseException] when the text is no template.
  static Template compile(String text) throws ParseException {
    var template = new Template();
    template.setRuntimeServices(Engine.RUNTIME);
    template.setName("mapping template");
    template.setData(Engine.RUNTIME.parse(new StringReader(text), template));
    template.initDocument();
    return template;
  }
}
