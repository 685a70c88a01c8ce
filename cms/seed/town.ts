/** Offices, villages and places of the demo town: the ten offices the notice names, in its order. */
export const TOWN_NAME = '五间镇'

export type UnitSeed = {
  readonly name: string
  readonly kind: 'town' | 'department' | 'village'
  /** As it signs posters, where the short name does not say it. */
  readonly fullName?: string
}

export const TOWN_UNIT: UnitSeed = { name: TOWN_NAME, kind: 'town', fullName: '五间镇人民政府' }

export const UNITS: readonly UnitSeed[] = [
  { name: '党政办', kind: 'department', fullName: '五间镇党政办公室' },
  { name: '平安办（镇专项办）', kind: 'department', fullName: '五间镇打击整治养老诈骗专项行动办公室' },
  { name: '社事办', kind: 'department', fullName: '五间镇社会事务办公室' },
  { name: '规建环办', kind: 'department', fullName: '五间镇规划建设和生态环境办公室' },
  { name: '文服中心', kind: 'department', fullName: '五间镇文化服务中心' },
  { name: '执法办', kind: 'department', fullName: '五间镇综合行政执法办公室' },
  { name: '经发办', kind: 'department', fullName: '五间镇经济发展办公室' },
  { name: '司法所', kind: 'department', fullName: '五间司法所' },
  { name: '派出所', kind: 'department', fullName: '五间派出所' },
  { name: '市场监管所', kind: 'department', fullName: '五间市场监督管理所' },
  { name: '李家村', kind: 'village' },
  { name: '柳河村', kind: 'village' },
  { name: '石桥村', kind: 'village' },
  { name: '东岭村', kind: 'village' },
  { name: '南湾村', kind: 'village' },
]

export type PlaceSeed = { readonly name: string; readonly placeType: string; readonly unit: string }

export const PLACES: readonly PlaceSeed[] = [
  { name: '农贸市场', placeType: 'market', unit: '市场监管所' },
  { name: '人民公园', placeType: 'park', unit: '规建环办' },
  { name: '文化广场', placeType: 'square', unit: '文服中心' },
  { name: '社区服务中心', placeType: 'community', unit: '社事办' },
  { name: '惠民超市', placeType: 'supermarket', unit: '经发办' },
  { name: '敬老院', placeType: 'elder-care', unit: '社事办' },
  { name: '镇卫生院', placeType: 'clinic', unit: '社事办' },
  { name: '储蓄网点', placeType: 'bank', unit: '经发办' },
  { name: '客运站', placeType: 'station', unit: '规建环办' },
  { name: '石桥村活动室', placeType: 'community', unit: '石桥村' },
  { name: '石桥村公告栏', placeType: 'village-hall', unit: '石桥村' },
  { name: '李家村宣传栏', placeType: 'village-hall', unit: '李家村' },
  { name: '柳河村村部', placeType: 'village-hall', unit: '柳河村' },
]
