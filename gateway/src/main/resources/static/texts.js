/** Everything the page says, in both languages. */
const texts = {
  zh: {
    connecting: '连接中', live: '实时', lost: '连接中断，正在重连', signOut: '退出', today: '今日集团', stores: '门店',
    reminders: '提醒', noReminders: '暂无提醒', noStores: '还没有可见的门店', updated: '更新于', yuan: '元', wan: '万元',
    failed: '部分数据暂时读取不到，稍后自动重试。', signedOut: '登录已失效，正在转到登录页。',
    store: '门店', region: '区域', brand: '品牌', due: '到期', late: '晚 {0}', ahead: '还有 {0}', onTime: '到点',
    owner: '负责人', minutes: '{0} 分钟', hours: '{0} 小时', days: '{0} 天', backfilled: '补报',
    counters: {
      leadsRegistered: '新增线索', walkIns: '来店', calls: '来电', leadsTestDriven: '试驾', orders: '订单', vehiclesDelivered: '交车',
      shopVisits: '进厂台次', repairRevenue: '维修收入', followUpsOverdue: '逾期未跟进', complaintsOpened: '投诉',
    },
    ratios: {
      'retention-rate': '留档率', 'call-share': '来电率', 'first-response-on-time': '首响及时率', 'follow-up-on-time': '跟进及时率',
      'handover-on-time': '准时交车率', 'repair-gross-margin': '维修毛利率', 'complaint-response-on-time': '投诉及时响应率',
    },
    kinds: {
      FIRST_RESPONSE: '首次响应', FOLLOW_UP: '跟进', STAGE_15_30_60: '15/30/60 天跟踪', LEAD_IDLE: '一个月无有效跟进', POOL_REVISIT: '公海回访',
      LOST_REACTIVATION: '战败激活', DEPOSIT_CONTACT: '订金客户联系', PAYMENT_EXPECTED: '预计付款', DELIVERY_EXPECTED: '预计交付',
      COMPLAINT_RESPONSE: '投诉响应', COMPLAINT_RESOLUTION: '投诉解决', HANDOVER_PROMISED: '承诺交车', RENEWAL_CONTACT: '续保联系',
      MAINTENANCE_DUE: '保养到期', CUSTOMER_LAPSE: '客户流失', WARRANTY_CLAIM_AGEING: '索赔超期', STORE_SILENT: '门店静默',
    },
    actions: { NOTIFY: '提醒', MARK_OVERDUE: '标记逾期', REASSIGN: '改派', RECALL: '回收到公海' },
    roles: {
      GROUP_HQ: '集团运营', BRAND_DIRECTOR: '品牌总监', REGIONAL_MANAGER: '区域经理', GENERAL_MANAGER: '总经理', SALES_MANAGER: '销售经理',
      SHOWROOM_SUPERVISOR: '展厅主管', SALES_CONSULTANT: '销售顾问', PHONE_WEB_DESK: '电网专员', SERVICE_MANAGER: '售后经理',
      SERVICE_ADVISER: '服务顾问', WORKSHOP_SUPERVISOR: '车间主管', TECHNICIAN: '技师', RENEWAL_SPECIALIST: '续保员',
      WARRANTY_CLERK: '保修员', CUSTOMER_CARE_MANAGER: '客服经理', PARTS_MANAGER: '备件经理', STORE_SYSTEM: '门店系统', OPERATIONS: '平台运维',
    },
  },
  en: {
    connecting: 'Connecting', live: 'Live', lost: 'Connection lost, trying again', signOut: 'Sign out', today: 'The group today', stores: 'Stores',
    reminders: 'Reminders', noReminders: 'No reminders yet', noStores: 'No stores to show yet', updated: 'updated', yuan: 'yuan', wan: '',
    failed: 'Some figures cannot be read right now; trying again.', signedOut: 'Your session has ended; going to the sign-in page.',
    store: 'Store', region: 'Region', brand: 'Brand', due: 'due', late: '{0} late', ahead: '{0} to go', onTime: 'due now',
    owner: 'Owner', minutes: '{0} min', hours: '{0} h', days: '{0} d', backfilled: 'told late',
    counters: {
      leadsRegistered: 'Leads', walkIns: 'Walk-ins', calls: 'Calls', leadsTestDriven: 'Test drives', orders: 'Orders', vehiclesDelivered: 'Deliveries',
      shopVisits: 'Repair visits', repairRevenue: 'Repair revenue', followUpsOverdue: 'Overdue follow-ups', complaintsOpened: 'Complaints',
    },
    ratios: {
      'retention-rate': 'Visitor retention', 'call-share': 'Call share', 'first-response-on-time': 'First response on time',
      'follow-up-on-time': 'Follow-ups on time', 'handover-on-time': 'Handover on time', 'repair-gross-margin': 'Repair margin',
      'complaint-response-on-time': 'Complaints answered on time',
    },
    kinds: {
      FIRST_RESPONSE: 'First response', FOLLOW_UP: 'Follow-up', STAGE_15_30_60: 'Day 15/30/60', LEAD_IDLE: 'Lead idle for a month',
      POOL_REVISIT: 'Pool: contact again', LOST_REACTIVATION: 'Lost: win back', DEPOSIT_CONTACT: 'Deposit: weekly contact',
      PAYMENT_EXPECTED: 'Payment expected', DELIVERY_EXPECTED: 'Delivery expected', COMPLAINT_RESPONSE: 'Complaint: answer',
      COMPLAINT_RESOLUTION: 'Complaint: resolve', HANDOVER_PROMISED: 'Promised handover', RENEWAL_CONTACT: 'Renewal contact',
      MAINTENANCE_DUE: 'Maintenance due', CUSTOMER_LAPSE: 'Customer lapses', WARRANTY_CLAIM_AGEING: 'Warranty claim ages', STORE_SILENT: 'Store silent',
    },
    actions: { NOTIFY: 'Reminder', MARK_OVERDUE: 'Marked overdue', REASSIGN: 'Given to another', RECALL: 'Back to the pool' },
    roles: {
      GROUP_HQ: 'Group HQ', BRAND_DIRECTOR: 'Brand director', REGIONAL_MANAGER: 'Regional manager', GENERAL_MANAGER: 'General manager',
      SALES_MANAGER: 'Sales manager', SHOWROOM_SUPERVISOR: 'Showroom supervisor', SALES_CONSULTANT: 'Sales consultant',
      PHONE_WEB_DESK: 'Phone and web desk', SERVICE_MANAGER: 'Service manager', SERVICE_ADVISER: 'Service adviser',
      WORKSHOP_SUPERVISOR: 'Workshop supervisor', TECHNICIAN: 'Technician', RENEWAL_SPECIALIST: 'Renewal specialist',
      WARRANTY_CLERK: 'Warranty clerk', CUSTOMER_CARE_MANAGER: 'Customer-care manager', PARTS_MANAGER: 'Parts manager',
      STORE_SYSTEM: 'Store system', OPERATIONS: 'Operations',
    },
  },
};

const KEY = 'dianmai.language';
let language = localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';

export const currentLanguage = () => language;
export const locale = () => (language === 'zh' ? 'zh-CN' : 'en-GB');
export const t = (name, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), texts[language][name] ?? name);
/** A name out of one of the tables, or the name itself where the page is older than the platform. */
export const named = (table, name) => texts[language][table][name] ?? name;

export function speak(chosen) {
  language = chosen;
  localStorage.setItem(KEY, chosen);
}

export const list = (names) => names.join(language === 'zh' ? '、' : ', ');
export const count = (value) => new Intl.NumberFormat(locale()).format(value);

/** Fen as yuan: [number, unit]. Chinese readers count large sums in ten thousands. */
export function money(fen) {
  const yuan = fen / 100;
  if (language === 'zh') {
    return Math.abs(yuan) >= 10000
      ? [new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(yuan / 10000), t('wan')]
      : [new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 }).format(yuan), t('yuan')];
  }
  const compact = Math.abs(yuan) >= 100000;
  return ['¥' + new Intl.NumberFormat('en-GB', compact ? { notation: 'compact', maximumFractionDigits: 1 } : { maximumFractionDigits: 0 }).format(yuan), ''];
}

export const clockTime = (instant, zone) => new Intl.DateTimeFormat(locale(), { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(instant);

/** A span of time, in its largest fitting unit. */
export function span(milliseconds) {
  const minutes = Math.round(Math.abs(milliseconds) / 60000);
  if (minutes < 120) return t('minutes', minutes);
  return minutes < 2880 ? t('hours', Math.round(minutes / 60)) : t('days', Math.round(minutes / 1440));
}
