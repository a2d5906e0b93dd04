package io.dianmai.contracts.org;

/** What somebody may see and do, and who hears of a lapse. */
public enum Role {
    /** 集团运营中心 */
    GROUP_HQ,
    BRAND_DIRECTOR,
    REGIONAL_MANAGER,
    /** 总经理 */
    GENERAL_MANAGER,
    /** 销售经理 */
    SALES_MANAGER,
    /** 展厅主管 */
    SHOWROOM_SUPERVISOR,
    /** 销售顾问 */
    SALES_CONSULTANT,
    /** 电网专员 */
    PHONE_WEB_DESK,
    /** 售后经理 */
    SERVICE_MANAGER,
    /** 服务顾问 */
    SERVICE_ADVISER,
    /** 车间主管 */
    WORKSHOP_SUPERVISOR,
    /** 技师 */
    TECHNICIAN,
    /** 续保员 */
    RENEWAL_SPECIALIST,
    /** 保修员 */
    WARRANTY_CLERK,
    /** 客服经理 */
    CUSTOMER_CARE_MANAGER,
    /** 备件经理 */
    PARTS_MANAGER,
    /** A store's own software. */
    STORE_SYSTEM,
    /** Runs the platform. */
    OPERATIONS
}
