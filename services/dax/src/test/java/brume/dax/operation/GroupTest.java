package brume.dax.operation;

import static brume.model.dax.DaxError.INVALID_PARAMETER_GROUP_STATE_FAULT;
import static brume.model.dax.DaxError.INVALID_PARAMETER_VALUE_EXCEPTION;
import static brume.model.dax.DaxError.PARAMETER_GROUP_ALREADY_EXISTS_FAULT;
import static brume.model.dax.DaxError.SUBNET_GROUP_ALREADY_EXISTS_FAULT;
import static brume.model.dax.DaxError.SUBNET_GROUP_IN_USE_FAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import brume.dax.Cloud;
import brume.model.dax.CreateClusterRequest;
import brume.model.dax.CreateParameterGroupRequest;
import brume.model.dax.CreateSubnetGroupRequest;
import brume.model.dax.DaxModel;
import brume.model.dax.DeleteParameterGroupRequest;
import brume.model.dax.DeleteSubnetGroupRequest;
import brume.model.dax.DescribeDefaultParametersRequest;
import brume.model.dax.DescribeParameterGroupsRequest;
import brume.model.dax.DescribeParametersRequest;
import brume.model.dax.DescribeSubnetGroupsRequest;
import brume.model.dax.Parameter;
import brume.model.dax.ParameterGroup;
import brume.model.dax.ParameterNameValue;
import brume.model.dax.SubnetGroup;
import brume.model.dax.UpdateParameterGroupRequest;
import brume.model.dax.UpdateSubnetGroupRequest;
import brume.shape.ErrorCode;
import brume.shape.OperationShape;
import brume.shape.ServiceException;
import brume.shape.Structure;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupTest {
  private final Cloud cloud = new Cloud();

  @AfterEach
  void close() {
    cloud.close();
  }

  private <I extends Structure, O extends Structure> void refused(
      ErrorCode error, OperationShape<I, O> operation, I input) {
    var refusal = catchThrowableOfType(ServiceException.class, () -> cloud.call(operation, input));
    assertThat(refusal).isNotNull();
    assertThat(refusal.error()).isEqualTo(error);
  }

  private List<Parameter> parameters(String group) {
    return cloud
        .call(DaxModel.DESCRIBE_PARAMETERS, new DescribeParametersRequest(null, null, group, null))
        .parameters();
  }

  private static UpdateParameterGroupRequest update(String group, String name, String value) {
    return new UpdateParameterGroupRequest(group, List.of(new ParameterNameValue(name, value)));
  }

  @Test
  void keepsParameters() {
    cloud.call(DaxModel.CREATE_PARAMETER_GROUP, new CreateParameterGroupRequest("Mine", "mine"));
    cloud.call(DaxModel.UPDATE_PARAMETER_GROUP, update("mine", "query-ttl-millis", "1234"));
    assertThat(parameters("mine"))
        .extracting(Parameter::parameterName, Parameter::parameterValue)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("query-ttl-millis", "1234"),
            org.assertj.core.groups.Tuple.tuple("record-ttl-millis", "300000"));
    assertThat(
            cloud
                .call(
                    DaxModel.DESCRIBE_DEFAULT_PARAMETERS,
                    new DescribeDefaultParametersRequest(null, null))
                .parameters())
        .extracting(Parameter::parameterValue)
        .containsExactly("300000", "300000");
    assertThat(
            cloud
                .call(
                    DaxModel.DESCRIBE_PARAMETER_GROUPS,
                    new DescribeParameterGroupsRequest(null, null, null))
                .parameterGroups())
        .extracting(ParameterGroup::parameterGroupName)
        .containsExactly("default.dax1.0", "mine");
  }

  @Test
  void refusesParametersThatThereAreNot() {
    cloud.call(DaxModel.CREATE_PARAMETER_GROUP, new CreateParameterGroupRequest(null, "mine"));
    refused(
        PARAMETER_GROUP_ALREADY_EXISTS_FAULT,
        DaxModel.CREATE_PARAMETER_GROUP,
        new CreateParameterGroupRequest(null, "mine"));
    refused(
        INVALID_PARAMETER_VALUE_EXCEPTION,
        DaxModel.UPDATE_PARAMETER_GROUP,
        update("mine", "other", "1"));
    refused(
        INVALID_PARAMETER_VALUE_EXCEPTION,
        DaxModel.UPDATE_PARAMETER_GROUP,
        update("mine", "query-ttl-millis", "-1"));
    refused(
        INVALID_PARAMETER_GROUP_STATE_FAULT,
        DaxModel.UPDATE_PARAMETER_GROUP,
        update("default.dax1.0", "query-ttl-millis", "1"));
  }

  @Test
  void keepsGroupsThatClustersUse() {
    cloud.call(DaxModel.CREATE_PARAMETER_GROUP, new CreateParameterGroupRequest(null, "used"));
    cloud.call(
        DaxModel.CREATE_SUBNET_GROUP,
        new CreateSubnetGroupRequest(null, "used", List.of("subnet-1")));
    cloud.call(
        DaxModel.CREATE_CLUSTER,
        CreateClusterRequest.builder()
            .clusterName("user")
            .nodeType("dax.t3.medium")
            .replicationFactor(1)
            .iamRoleArn(Cloud.ROLE)
            .parameterGroupName("used")
            .subnetGroupName("used")
            .build());
    refused(
        INVALID_PARAMETER_GROUP_STATE_FAULT,
        DaxModel.DELETE_PARAMETER_GROUP,
        new DeleteParameterGroupRequest("used"));
    refused(
        SUBNET_GROUP_IN_USE_FAULT,
        DaxModel.DELETE_SUBNET_GROUP,
        new DeleteSubnetGroupRequest("used"));
    cloud.call(DaxModel.DELETE_CLUSTER, new brume.model.dax.DeleteClusterRequest("user"));
    cloud.call(DaxModel.DELETE_PARAMETER_GROUP, new DeleteParameterGroupRequest("used"));
    cloud.call(DaxModel.DELETE_SUBNET_GROUP, new DeleteSubnetGroupRequest("used"));
  }

  @Test
  void keepsSubnetGroups() {
    var request = new CreateSubnetGroupRequest("Mine", "mine", List.of("subnet-1"));
    cloud.call(DaxModel.CREATE_SUBNET_GROUP, request);
    refused(SUBNET_GROUP_ALREADY_EXISTS_FAULT, DaxModel.CREATE_SUBNET_GROUP, request);
    var changed =
        cloud
            .call(
                DaxModel.UPDATE_SUBNET_GROUP,
                new UpdateSubnetGroupRequest(null, "mine", List.of("subnet-2", "subnet-3")))
            .subnetGroup();
    assertThat(changed.description()).isEqualTo("Mine");
    assertThat(changed.subnets()).hasSize(2);
    assertThat(
            cloud
                .call(
                    DaxModel.DESCRIBE_SUBNET_GROUPS,
                    new DescribeSubnetGroupsRequest(null, null, null))
                .subnetGroups())
        .extracting(SubnetGroup::subnetGroupName)
        .containsExactly("default", "mine");
  }
}
