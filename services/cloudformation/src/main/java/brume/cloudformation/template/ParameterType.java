package brume.cloudformation.template;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The declared type of a parameter.
///
/// AWS-specific types, such as `AWS::EC2::VPC::Id`, are taken as texts: that the thing exists is
/// found out when it is used.
///
/// @param name as declared
/// @param list whether the value is a comma-separated list
/// @param number whether every value must be a number
/// @param stored whether the given value names an SSM parameter, which holds the value
public record ParameterType(String name, boolean list, boolean number, boolean stored) {
  private static final Set<String> SPECIFIC =
      Set.of(
          "AWS::EC2::AvailabilityZone::Name",
          "AWS::EC2::Image::Id",
          "AWS::EC2::Instance::Id",
          "AWS::EC2::KeyPair::KeyName",
          "AWS::EC2::SecurityGroup::GroupName",
          "AWS::EC2::SecurityGroup::Id",
          "AWS::EC2::Subnet::Id",
          "AWS::EC2::Volume::Id",
          "AWS::EC2::VPC::Id",
          "AWS::Route53::HostedZone::Id",
          "AWS::SSM::Parameter::Name");

  static ParameterType of(String parameter, String type) {
    var held = between(type, "AWS::SSM::Parameter::Value<");
    var whole = held == null ? type : held;
    var item = between(whole, "List<");
    boolean list = item != null || whole.equals("CommaDelimitedList");
    var single = item == null ? whole : item;
    if (!isKnown(single)) {
      throw new TemplateException(
          "Template format error: Unrecognized parameter type: " + type + " (" + parameter + ")");
    }
    return new ParameterType(type, list, single.equals("Number"), held != null);
  }

  private static boolean isKnown(String single) {
    return single.equals("String")
        || single.equals("Number")
        || single.equals("CommaDelimitedList")
        || SPECIFIC.contains(single);
  }

  private static @Nullable String between(String type, String opening) {
    return type.startsWith(opening) && type.endsWith(">")
        ? type.substring(opening.length(), type.length() - 1)
        : null;
  }
}
