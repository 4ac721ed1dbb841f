package brume.cloudformation.template;

import brume.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.representer.Representer;

/// Reads YAML as CloudFormation does: short forms of functions, no aliases, no duplicate keys, and
/// scalars typed by [YamlScalar].
final class YamlTree {
  private static final int MAX_DEPTH = 100;

  private final String text;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  YamlTree(String text) {
    this.text = text;
  }

  Json read() {
    try {
      var root = yaml().compose(new java.io.StringReader(text));
      return root == null ? Json.ofNull() : value(root);
    } catch (MarkedYAMLException e) {
      throw malformed(e.getProblem(), e.getProblemMark());
    } catch (YAMLException e) {
      throw new TemplateException("Template format error: YAML not well-formed. " + e.getMessage());
    }
  }

  private static Yaml yaml() {
    var options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(TemplateText.MAX_BYTES);
    var dumping = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options), new Representer(dumping), dumping, options, new TextOnly());
  }

  private Json value(Node node) {
    if (!seen.add(node)) {
      throw new TemplateException(
          "Template format error: YAML aliases are not allowed in CloudFormation templates");
    }
    var tag = node.getTag().getValue();
    return tag.startsWith("!") && tag.length() > 1
        ? ShortForm.expand(tag.substring(1), untagged(node), node.getStartMark())
        : untagged(node);
  }

  private Json untagged(Node node) {
    return switch (node) {
      case ScalarNode scalar -> YamlScalar.value(scalar);
      case SequenceNode sequence -> array(sequence);
      case MappingNode mapping -> object(mapping);
      default -> throw malformed("unsupported node", node.getStartMark());
    };
  }

  private Json array(SequenceNode sequence) {
    var items = new ArrayList<Json>();
    for (var item : sequence.getValue()) {
      items.add(value(item));
    }
    return new Json.Arr(items);
  }

  private Json object(MappingNode mapping) {
    var fields = new LinkedHashMap<String, Json>();
    for (var pair : mapping.getValue()) {
      if (!(pair.getKeyNode() instanceof ScalarNode key)) {
        throw malformed("a key is not a text", pair.getKeyNode().getStartMark());
      }
      if (fields.putIfAbsent(key.getValue(), value(pair.getValueNode())) != null) {
        throw malformed("duplicate key '" + key.getValue() + "'", key.getStartMark());
      }
    }
    return new Json.Obj(fields);
  }

  static TemplateException malformed(String problem, Mark mark) {
    return new TemplateException(
        "Template format error: YAML not well-formed: %s. (line %d, column %d)"
            .formatted(problem, mark.getLine() + 1, mark.getColumn() + 1));
  }
}
